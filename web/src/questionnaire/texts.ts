import type { Json } from '../api/survey';

/** A text of a definition, which is one for all languages or one for each. */
export function textIn(text: Json | undefined, language: string): string {
    if (typeof text === 'string') {
        return text;
    }
    if (text === null || typeof text !== 'object' || Array.isArray(text)) {
        return '';
    }
    const found = text[language] ?? text['default'] ?? Object.values(text)[0];
    return typeof found === 'string' ? found : '';
}

import type { Json } from '../api/survey';
import type { Locale } from '../i18n';

const CODES: Record<Locale, string> = { 'zh-CN': 'zh-cn', en: 'en' };

/** What SurveyJS and the service call a language. */
export function surveyLocale(locale: Locale): string {
    return CODES[locale];
}

/** A text of a definition, which is one for all languages or one for each. */
export function textIn(text: Json | undefined, locale: Locale): string {
    if (typeof text === 'string') {
        return text;
    }
    if (text === null || typeof text !== 'object' || Array.isArray(text)) {
        return '';
    }
    const found = text[CODES[locale]] ?? text['default'] ?? Object.values(text)[0];
    return typeof found === 'string' ? found : '';
}

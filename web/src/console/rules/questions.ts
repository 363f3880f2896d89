import type { Json } from '../../api/survey';

/** What may stand in braces in a condition. */
export interface Question {
    name: string;
    title: string;
}

const WITHOUT_ANSWER = ['html', 'image'];

/** The questions of a definition in the order they are asked, those of panels among them, rows of a matrix by themselves. */
export function questionsOf(definition: Json | undefined): Question[] {
    if (Array.isArray(definition)) {
        return definition.flatMap(questionsOf);
    }
    if (definition === null || typeof definition !== 'object') {
        return [];
    }
    const below = [definition['pages'], definition['elements'], definition['templateElements']].flatMap(questionsOf);
    const { name, type } = definition;
    const isQuestion = typeof name === 'string' && typeof type === 'string' && type !== 'panel';
    return isQuestion && !WITHOUT_ANSWER.includes(type)
        ? [{ name, title: textOf(definition['title']) ?? name }, ...rowsOf(name, definition['rows']), ...below]
        : below;
}

function rowsOf(name: string, rows: Json | undefined): Question[] {
    return (Array.isArray(rows) ? rows : []).flatMap((row) => {
        const value = typeof row === 'string' ? row : isObject(row) ? row['value'] : undefined;
        return typeof value === 'string'
            ? [{ name: `${name}.${value}`, title: (isObject(row) && textOf(row['text'])) || value }]
            : [];
    });
}

/** A text, or the Chinese one of several. */
function textOf(text: Json | undefined): string | undefined {
    const chosen = isObject(text) ? (text['default'] ?? text['zh-cn'] ?? text['en']) : text;
    return typeof chosen === 'string' ? chosen : undefined;
}

function isObject(json: Json | undefined): json is { [key: string]: Json } {
    return json !== null && typeof json === 'object' && !Array.isArray(json);
}

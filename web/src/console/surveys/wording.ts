import type { Json } from '../../api/survey';
import { isNode, type Node } from './definition';

/** Of the languages the console knows; a definition may have others, which are left as they are. */
export type Tongue = 'default' | 'en';

/** The text in one language, without falling back on another. */
export function wordsIn(text: Json | undefined, tongue: Tongue): string {
    if (typeof text === 'string') {
        return tongue === 'default' ? text : '';
    }
    const found = isNode(text) ? (text[tongue] ?? (tongue === 'default' ? text['zh-cn'] : undefined)) : undefined;
    return typeof found === 'string' ? found : '';
}

/** The text with other words in one language; one language alone stays a plain text, none at all is left out. */
export function withWords(text: Json | undefined, tongue: Tongue, words: string): Json | undefined {
    const all: Node = isNode(text) ? { ...text } : typeof text === 'string' ? { default: text } : {};
    if (tongue === 'default' && isNode(text) && text['default'] === undefined && 'zh-cn' in text) {
        all['zh-cn'] = words;
    } else {
        all[tongue] = words;
    }
    for (const [language, said] of Object.entries(all)) {
        if (said === '') {
            delete all[language];
        }
    }
    const languages = Object.keys(all);
    return languages.length === 0 ? undefined : languages.join() === 'default' ? all['default'] : all;
}

const BETWEEN = ' | ';

/** Choices, rows or columns as lines: value | Chinese | English. */
export function linesOf(items: Json | undefined): string {
    return (Array.isArray(items) ? items : [])
        .map((item) =>
            isNode(item)
                ? [String(item['value']), wordsIn(item['text'], 'default'), wordsIn(item['text'], 'en')]
                      .filter((_, index, parts) => parts.slice(index).some((later) => later !== ''))
                      .join(BETWEEN)
                : String(item),
        )
        .join('\n');
}

/** The other way round; what else an item had, a condition for example, it keeps. */
export function itemsIn(lines: string, before: Json | undefined): Json[] {
    const known = Array.isArray(before) ? before : [];
    return lines
        .split('\n')
        .map((line) => line.split('|').map((part) => part.trim()))
        .filter(([value]) => value !== undefined && value !== '')
        .map(([value, chinese = '', english = '']) => {
            const same = known.find((item) => String(valueOf(item)) === value);
            return item(same === undefined ? asValue(value!) : valueOf(same), chinese, english, same);
        });
}

function item(value: Json, chinese: string, english: string, same: Json | undefined): Json {
    const old = isNode(same) ? same : {};
    const text = withWords(withWords(old['text'], 'default', chinese), 'en', english);
    const { text: _, ...rest } = old;
    const whole: Node = text === undefined ? { ...rest, value } : { ...rest, value, text };
    return Object.keys(whole).length === 1 ? value : whole;
}

export function valueOf(item: Json): Json {
    return isNode(item) ? (item['value'] ?? null) : item;
}

/** 1 and 2 are numbers, which a measure can add up; 01 is a text. */
function asValue(text: string): Json {
    return /^-?(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text;
}

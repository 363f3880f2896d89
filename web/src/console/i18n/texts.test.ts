import { describe, expect, it } from 'vitest';

interface Both {
    zhCN: object;
    en: object;
}

const modules = import.meta.glob<Record<string, Both>>(
    ['../**/texts.ts', '../../{box,field,outcomes,stories}/texts.ts'],
    {
        eager: true,
    },
);
const catalogues = Object.entries(modules).flatMap(([file, exported]) =>
    Object.entries(exported).map(([name, both]) => ({ name: `${file} ${name}`, both })),
);
const CHINESE = /[\u4e00-\u9fff]/;

/** Numbers and signs are the same in every language. */
const saysSomething = (text: string) => /\p{L}/u.test(text);

function texts(part: object, path = ''): [string, string][] {
    return Object.entries(part).flatMap(([key, value]): [string, string][] =>
        typeof value === 'object'
            ? texts(value, `${path}${key}.`)
            : [[path + key, typeof value === 'function' ? String(value(7, 7, 7)) : value]],
    );
}

describe('the texts of the console', () => {
    it('are found', () => {
        expect(catalogues.length).toBeGreaterThan(4);
    });

    it.each(catalogues)('have the same keys in both languages: $name', ({ both }) => {
        expect(texts(both.en).map(([key]) => key)).toEqual(texts(both.zhCN).map(([key]) => key));
    });

    it.each(catalogues)('are translated and not empty: $name', ({ both }) => {
        expect(texts(both.zhCN).filter(([, text]) => saysSomething(text) && !CHINESE.test(text))).toEqual([]);
        expect(texts(both.en).filter(([, text]) => text.trim() === '' || CHINESE.test(text))).toEqual([]);
    });
});

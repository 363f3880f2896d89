import { describe, expect, it } from 'vitest';
import { en } from './en';
import { preferred } from './preferred';
import { zhCN } from './zhCN';

function texts(catalogue: object, path = ''): [string, string][] {
    return Object.entries(catalogue).flatMap(([key, value]): [string, string][] =>
        typeof value === 'object'
            ? texts(value, `${path}${key}.`)
            : [[path + key, typeof value === 'function' ? value(7) : value]],
    );
}

describe('the catalogues', () => {
    it('have the same keys', () => {
        expect(texts(en).map(([key]) => key)).toEqual(texts(zhCN).map(([key]) => key));
    });

    it('leave no text empty', () => {
        expect([...texts(zhCN), ...texts(en)].filter(([, text]) => text.trim() === '')).toEqual([]);
    });

    it('leave no text untranslated', () => {
        const chinese = /[\u4e00-\u9fff]/;
        const ours = ['brand'];

        expect(texts(zhCN).filter(([key, text]) => !ours.includes(key) && !chinese.test(text))).toEqual([]);
        expect(texts(en).filter(([key, text]) => !ours.includes(key) && chinese.test(text))).toEqual([]);
    });
});

describe('the language', () => {
    it('is the one chosen before', () => {
        expect(preferred('en', ['zh-CN'])).toBe('en');
    });

    it('is the first of the browser that we speak', () => {
        expect(preferred(null, ['fr-FR', 'en-GB', 'zh-CN'])).toBe('en');
        expect(preferred(null, ['zh-TW', 'en'])).toBe('zh-CN');
    });

    it('is one of ours around a questionnaire in another', () => {
        expect(preferred('ja', ['ja-JP'])).toBe('en');
        expect(preferred('ja', ['ja-JP', 'zh-CN'])).toBe('zh-CN');
        expect(preferred('zh-tw', ['en'])).toBe('zh-CN');
    });

    it('is Chinese for everybody else', () => {
        expect(preferred(null, ['fr-FR'])).toBe('zh-CN');
    });
});

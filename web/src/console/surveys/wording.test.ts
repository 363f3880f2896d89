import { describe, expect, it } from 'vitest';
import { itemsIn, linesOf, withWords, wordsIn } from './wording';

describe('a text of a questionnaire', () => {
    it('stays plain in one language and has one for each otherwise', () => {
        expect(withWords(undefined, 'default', '满意吗')).toBe('满意吗');
        expect(withWords('满意吗', 'en', 'Content?')).toEqual({ default: '满意吗', en: 'Content?' });
        expect(withWords({ default: '满意吗', en: 'Content?' }, 'en', '')).toBe('满意吗');
        expect(withWords('满意吗', 'default', '')).toBeUndefined();
    });

    it('keeps languages the console does not speak', () => {
        expect(withWords({ default: '满意', de: 'zufrieden' }, 'en', 'ok')).toEqual({
            default: '满意',
            de: 'zufrieden',
            en: 'ok',
        });
    });

    it('is Chinese under either name', () => {
        expect(wordsIn({ 'zh-cn': '好', en: 'good' }, 'default')).toBe('好');
        expect(withWords({ 'zh-cn': '好', en: 'good' }, 'default', '很好')).toEqual({ 'zh-cn': '很好', en: 'good' });
    });
});

describe('choices as lines', () => {
    const items = [1, 'other', { value: 'HR', text: { default: '人事', en: 'HR' }, visibleIf: '{a} = 1' }];

    it('are the same choices again', () => {
        expect(linesOf(items)).toBe('1\nother\nHR | 人事 | HR');
        expect(itemsIn(linesOf(items), items)).toEqual(items);
    });

    it('have numbers where they look like numbers', () => {
        expect(itemsIn('5 | 非常满意\n05\n', [])).toEqual([{ value: 5, text: '非常满意' }, '05']);
    });

    it('keep an English text without a Chinese one', () => {
        const english = [{ value: 'a', text: { en: 'A' } }];
        expect(itemsIn(linesOf(english), english)).toEqual(english);
    });
});

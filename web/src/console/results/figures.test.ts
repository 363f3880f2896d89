import { describe, expect, it } from 'vitest';
import { asPercentage, isShown, labelsOf, shareOf, shares, valuesOf, type Figure } from './figures';

const shown = (distribution: [string, number][]): Figure => ({
    state: 'SHOWN',
    partial: false,
    answered: distribution.reduce((sum, [, count]) => sum + count, 0),
    mean: null,
    nps: null,
    distribution: distribution.map(([value, count]) => ({ value, count, share: count / 10 })),
});
const suppressed: Figure = { state: 'SUPPRESSED', partial: false, answered: null, mean: null, nps: null };

describe('figures', () => {
    it('are shown only if the service shows them', () => {
        expect(isShown(shown([]))).toBe(true);
        expect(isShown(suppressed)).toBe(false);
        expect(isShown(undefined)).toBe(false);
    });

    it('are no percentage if they are missing, and 0 only if they are 0', () => {
        expect(asPercentage(null)).toBeNull();
        expect(asPercentage(0)).toBe(0);
        expect(asPercentage(0.3333)).toBe(33.3);
    });

    it('are in the order of the scale, with 10 after 9', () => {
        expect(
            shares(
                shown([
                    ['10', 1],
                    ['2', 3],
                    ['9', 2],
                ]),
            ).map(({ value }) => value),
        ).toEqual(['2', '9', '10']);
        expect(
            shares(
                shown([
                    ['b', 1],
                    ['a', 3],
                ]),
            ).map(({ value }) => value),
        ).toEqual(['b', 'a']);
    });

    it('of a group that is not shown say nothing about which answers there are', () => {
        const hidden = { ...suppressed, distribution: [{ value: '1', count: 1, share: 1 }] };
        expect(valuesOf([shown([['5', 5]]), hidden, null])).toEqual(['5']);
    });

    it('of a group count what nobody in it chose as nothing', () => {
        expect(shareOf(shown([['5', 4]]), '5')).toBe(40);
        expect(shareOf(shown([['5', 4]]), '1')).toBe(0);
    });
});

describe('what answers are called', () => {
    const definition = {
        pages: [
            {
                name: 'p',
                elements: [
                    {
                        type: 'panel',
                        name: 'group',
                        elements: [
                            {
                                type: 'radiogroup',
                                name: 'q',
                                choices: ['a', { value: 1, text: { default: '一', en: 'one' } }],
                            },
                        ],
                    },
                ],
            },
        ],
    };

    it('is found in panels, in the language spoken', () => {
        expect(labelsOf(definition, 'zh-cn').get('q')?.get('1')).toBe('一');
        expect(labelsOf(definition, 'en').get('q')?.get('1')).toBe('one');
        expect(labelsOf(definition, 'en').get('q')?.get('a')).toBeUndefined();
    });
});

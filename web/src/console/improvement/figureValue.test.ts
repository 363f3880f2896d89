import { describe, expect, it } from 'vitest';
import { indicatorOf } from './figureValue';

describe('an indicator in what a department is shown', () => {
    const tree = {
        dimensions: [
            { indicators: [{ code: 'LECTURE_DUTY', value: 50 }] },
            { indicators: [{ code: 'STORIES_PUBLISHED', value: null }] },
        ],
    } as never;

    it('is found in whatever dimension it is, withheld or not', () => {
        expect(indicatorOf(tree, 'LECTURE_DUTY')?.value).toBe(50);
        expect(indicatorOf(tree, 'STORIES_PUBLISHED')?.value).toBeNull();
    });

    it('is missing where the contract has none of its code', () => {
        expect(indicatorOf(tree, 'VISIT_COVERAGE')).toBeUndefined();
    });
});

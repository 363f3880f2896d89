import { describe, expect, it } from 'vitest';
import { countsOf, placeOf, type RebuildDifference } from './counts';

const words = { tagged: (tag: string) => `#${tag}`, bucket: (bucket: number) => `[${bucket}]`, extremes: 'extremes' };

describe('what a rebuild found', () => {
    it('tells the parts a count has, 0 included', () => {
        const count = { n: 0, sum: 12.5, sumOfSquares: null, sources: 3 } as RebuildDifference['before'];

        expect(countsOf(count)).toEqual([
            ['n', 0],
            ['sum', 12.5],
            ['sources', 3],
        ]);
    });

    it('tells which of the counts of a metric it is', () => {
        expect(placeOf({ tag: null, bucket: null, extremesDiffer: false } as never, words)).toBe('');
        expect(placeOf({ tag: 'A01', bucket: null, extremesDiffer: true } as never, words)).toBe('#A01 · extremes');
        expect(placeOf({ tag: null, bucket: 0, extremesDiffer: false } as never, words)).toBe('[0]');
    });
});

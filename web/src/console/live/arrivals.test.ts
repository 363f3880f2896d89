import { describe, expect, it } from 'vitest';
import { arrived, withReading, type Reading } from './arrivals';

const read = (...all: [number, number][]) =>
    all.reduce<Reading[]>((readings, [at, count]) => withReading(readings, { at, count }, 60), []);

describe('what came in lately', () => {
    it('is nothing before there is something to compare with', () => {
        expect(arrived(read())).toBe(0);
        expect(arrived(read([0, 120]))).toBe(0);
    });

    it('is counted over the span and not over the visit', () => {
        expect(arrived(read([0, 10], [30, 12], [60, 15]))).toBe(5);
        expect(arrived(read([0, 10], [30, 12], [60, 15], [90, 16]))).toBe(4);
    });

    it('is never less than nothing', () => {
        expect(arrived(read([0, 10], [30, 9]))).toBe(0);
    });
});

import { describe, expect, it } from 'vitest';
import type { OfFeedback } from '../api';
import { FORMER, heatOf, placeOf, warmth, WHOLE } from './heat';

function count(process: string, step: string | null, stepNumber: number | null, cases: number, department = 'MKT') {
    return { process, step, stepNumber, stepName: step, post: null, department, cases } as OfFeedback['CauseCount'];
}

describe('the heat map', () => {
    it('has the hottest process first and steps in their order', () => {
        const heat = heatOf(
            [
                count('a', 'TEN', 10, 1),
                count('a', 'OLD', null, 1),
                count('b', 'TWO', 2, 3),
                count('b', 'TWO', 2, 1, 'DIST'),
                count('b', null, null, 1),
            ],
            placeOf,
        );

        expect(heat.columns).toEqual([WHOLE, '2', '10', FORMER]);
        expect(heat.rows.map(({ process, total }) => [process, total])).toEqual([
            ['b', 5],
            ['a', 2],
        ]);
        expect(heat.rows[0]!.cells.get('2')).toBe(4);
        expect(heat.most).toBe(4);
    });

    it('is empty of nothing', () => {
        expect(heatOf([], placeOf)).toEqual({ columns: [], rows: [], most: 0 });
    });

    it('is warm wherever there is a case, and hottest at the most', () => {
        expect(warmth(0, 10)).toBe(0);
        expect(warmth(1, 1000)).toBe(1);
        expect(warmth(10, 10)).toBe(5);
    });
});

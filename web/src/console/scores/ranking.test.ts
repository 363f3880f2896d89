import { describe, expect, it } from 'vitest';
import { ranked } from './ranking';

describe('the ranking of departments', () => {
    it('puts the highest first and gives equals the same rank', () => {
        const rows = [
            { department: 'A', score: 70 },
            { department: 'B', score: 90 },
            { department: 'C', score: 70 },
            { department: 'D', score: 60 },
        ];

        expect(ranked(rows).map(({ row, rank }) => [row.department, rank])).toEqual([
            ['B', 1],
            ['A', 2],
            ['C', 2],
            ['D', 4],
        ]);
    });

    it('gives whoever has no score no rank, and not the last one', () => {
        const rows = [
            { department: 'A', score: null },
            { department: 'B', score: 0 },
        ];

        expect(ranked(rows).map(({ row, rank }) => [row.department, rank])).toEqual([
            ['B', 1],
            ['A', null],
        ]);
    });
});

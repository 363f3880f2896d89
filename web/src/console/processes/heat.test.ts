import { describe, expect, it } from 'vitest';
import type { OfFeedback } from '../api';
import type { Palette } from '../charts/palette';
import { FORMER, heatOf, placeOf, WHOLE } from './heat';
import { cellsOf, heatOption, heightOf, tableOf } from './heatChart';

const colours = {
    ink: '#000000',
    quiet: '#666666',
    line: '#dddddd',
    card: '#fff',
    red: '#c9342b',
} as Palette;

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

    it('is drawn a row a process, the hottest on top, with a number in each cell there is', () => {
        const heat = heatOf([count('a', 'ONE', 1, 2), count('b', 'TWO', 2, 7), count('b', null, null, 1)], placeOf);
        const names = {
            row: (process: string) => `流程${process}`,
            column: (column: string) => `第${column}步`,
            cell: () => '',
        };

        expect(cellsOf(heat)).toEqual([
            { process: 'b', column: WHOLE, value: [0, 0, 1] },
            { process: 'b', column: '2', value: [2, 0, 7] },
            { process: 'a', column: '1', value: [1, 1, 2] },
        ]);
        expect(tableOf(heat, names)).toEqual([
            ['流程b', 1, '', 7],
            ['流程a', '', 2, ''],
        ]);
        expect(heightOf(heat)).toBeGreaterThan(heightOf({ ...heat, rows: heat.rows.slice(1) }));
        const option = heatOption(heat, names, () => '')(colours) as {
            yAxis: { data: string[]; inverse: boolean };
            visualMap: { max: number; inRange: { color: string[] } };
        };
        expect(option.yAxis).toMatchObject({ data: ['流程b', '流程a'], inverse: true });
        expect(option.visualMap.max).toBe(7);
        expect(option.visualMap.inRange.color).toEqual(['#fcf3f2', '#e18f8a']);
    });
});

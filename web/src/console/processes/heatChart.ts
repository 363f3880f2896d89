import type { EChartsCoreOption } from 'echarts/core';
import { mixed, type Palette } from '../charts/palette';
import type { Heat } from './heat';

/** How strongly the coolest and the hottest cell are coloured: numbers on them stay readable, by day and by night. */
const COOLEST = 0.06;
const HOTTEST = 0.55;

export interface HeatCell {
    process: string;
    column: string;
    /** Its place from the left and from the top, and how many cases. */
    value: [number, number, number];
}

export interface HeatNames {
    row: (process: string) => string;
    column: (column: string) => string;
    /** What stands in a cell below the number; may be empty. */
    cell: (process: string, column: string) => string;
}

/** Those in which there is a case, in the order they are drawn. */
export function cellsOf(heat: Heat): HeatCell[] {
    return heat.rows.flatMap(({ process, cells }, down) =>
        heat.columns.flatMap((column, across): HeatCell[] => {
            const cases = cells.get(column);
            return cases === undefined ? [] : [{ process, column, value: [across, down, cases] }];
        }),
    );
}

/** The same as rows of a table, below the processes' names. */
export function tableOf(heat: Heat, names: HeatNames): (string | number)[][] {
    return heat.rows.map(({ process, cells }) => [
        names.row(process),
        ...heat.columns.map((column) => cells.get(column) ?? ''),
    ]);
}

export function heightOf({ rows }: Heat): number {
    return 104 + 44 * rows.length;
}

/** @param told what is said of a cell that is pointed at */
export function heatOption(heat: Heat, names: HeatNames, told: (cell: HeatCell) => string) {
    return (colours: Palette): EChartsCoreOption => ({
        grid: { left: 8, right: 8, top: 8, bottom: 56, containLabel: true },
        tooltip: {
            renderMode: 'richText',
            confine: true,
            formatter: ({ data }: { data: HeatCell }) => told(data),
        },
        xAxis: {
            type: 'category',
            data: heat.columns.map(names.column),
            position: 'top',
            axisLine: { show: false },
            axisTick: { show: false },
            axisLabel: { color: colours.quiet, interval: 0, width: 64, overflow: 'break', hideOverlap: true },
        },
        yAxis: {
            type: 'category',
            data: heat.rows.map(({ process }) => names.row(process)),
            inverse: true,
            axisLine: { show: false },
            axisTick: { show: false },
            splitLine: { show: true, lineStyle: { color: colours.line } },
            axisLabel: { color: colours.ink, width: 92, overflow: 'break' },
        },
        visualMap: {
            type: 'continuous',
            min: 0,
            max: heat.most,
            orient: 'horizontal',
            left: 'center',
            bottom: 0,
            itemWidth: 12,
            itemHeight: 160,
            precision: 0,
            text: [String(heat.most), '0'],
            textStyle: { color: colours.quiet },
            inRange: { color: [mixed(colours.card, colours.red, COOLEST), mixed(colours.card, colours.red, HOTTEST)] },
        },
        series: [
            {
                type: 'heatmap',
                data: cellsOf(heat),
                label: {
                    show: true,
                    color: colours.ink,
                    formatter: ({ data: { process, column, value } }: { data: HeatCell }) =>
                        `{count|${value[2]}}\n${names.cell(process, column)}`.trim(),
                    rich: { count: { color: colours.ink, fontWeight: 'bold', lineHeight: 16 } },
                    fontSize: 11,
                    width: 84,
                    overflow: 'truncate',
                },
                labelLayout: { hideOverlap: true },
                itemStyle: { borderColor: colours.card, borderWidth: 2, borderRadius: 6 },
                emphasis: { itemStyle: { borderColor: colours.ink } },
            },
        ],
    });
}

import type { EChartsCoreOption } from 'echarts/core';
import type { OfKpi } from '../api';
import { colourOf, type Palette } from '../charts/palette';

export type ScoreRow = OfKpi['ScoreSheet']['rows'][number];

/** Highest first; those without a score come last, in the order of their codes, and have no rank. */
export function ranked<T extends Pick<ScoreRow, 'score' | 'department'>>(rows: T[]): { row: T; rank: number | null }[] {
    const sorted = [...rows].sort(
        (one, other) => (other.score ?? -1) - (one.score ?? -1) || one.department.localeCompare(other.department),
    );
    return sorted.map((row) => ({ row, rank: rankOf(row, sorted) }));
}

/** Who has the same score has the same rank. */
function rankOf<T extends Pick<ScoreRow, 'score' | 'department'>>(row: T, sorted: T[]): number | null {
    const { score } = row;
    return score === null || score === undefined
        ? null
        : sorted.filter((each) => (each.score ?? -1) > score).length + 1;
}

export function rankingOption(rows: ScoreRow[], names: string[]): (colours: Palette) => EChartsCoreOption {
    return (colours) => ({
        grid: { left: 8, right: 40, top: 4, bottom: 4, containLabel: true },
        tooltip: { trigger: 'item', renderMode: 'richText', confine: true },
        xAxis: { type: 'value', min: 0, splitLine: { lineStyle: { color: colours.line } }, axisLabel: { show: false } },
        yAxis: {
            type: 'category',
            inverse: true,
            data: names,
            axisLine: { show: false },
            axisTick: { show: false },
            axisLabel: { color: colours.ink, width: 110, overflow: 'truncate' },
        },
        series: [
            {
                type: 'bar',
                barMaxWidth: 18,
                data: rows.map(({ score, band }) => ({
                    value: score ?? '-',
                    itemStyle: { color: colourOf(band, colours), borderRadius: [0, 4, 4, 0] },
                })),
                label: {
                    show: true,
                    position: 'right',
                    color: colours.ink,
                    formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? value.toFixed(1) : ''),
                },
            },
        ],
    });
}

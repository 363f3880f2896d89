import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from '../charts/palette';

export interface Bar {
    label: string;
    value: number | null;
}

/** Bars lying down: words are long and phones narrow. A figure that is not shown has no bar, and its row says so. */
export function barOption(bars: Bar[], unit: string, max?: number): (colours: Palette) => EChartsCoreOption {
    return (colours) => ({
        aria: { enabled: false },
        grid: { left: 8, right: 48, top: 8, bottom: 8, containLabel: true },
        tooltip: { trigger: 'item', renderMode: 'richText', confine: true },
        xAxis: {
            type: 'value',
            min: 0,
            max,
            axisLabel: { color: colours.quiet, formatter: `{value}${unit}`, hideOverlap: true },
            splitLine: { lineStyle: { color: colours.line } },
        },
        yAxis: {
            type: 'category',
            inverse: true,
            data: bars.map(({ label }) => label),
            axisLabel: { color: colours.ink, width: 140, overflow: 'truncate' },
            axisTick: { show: false },
        },
        series: [
            {
                type: 'bar',
                data: bars.map(({ value }) => value ?? '-'),
                barMaxWidth: 22,
                itemStyle: { color: colours.brand, borderRadius: [0, 4, 4, 0] },
                label: { show: true, position: 'right', color: colours.ink, formatter: `{c}${unit}` },
            },
        ],
    });
}

export function heightOf(bars: Bar[]): number {
    return 48 + bars.length * 34;
}

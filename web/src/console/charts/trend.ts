import type { EChartsCoreOption } from 'echarts/core';
import { colourOf, type Palette } from './palette';

export interface TrendPoint {
    period: string;
    score?: number | null;
    band?: 'RED' | 'YELLOW' | 'GREEN' | null;
    /** Whether it measures the same as the last one. */
    comparable?: boolean;
}

export interface Expected {
    period: string;
    value?: number | null;
    low?: number | null;
    high?: number | null;
}

/** Scores month by month with their lights, and where a straight line leads, if there is one. */
export function trendOption(
    points: TrendPoint[],
    forecast: Expected | null,
    label: (period: string) => string,
): (colours: Palette) => EChartsCoreOption {
    return (colours) => {
        const periods = points.map(({ period }) => label(period));
        const ahead = forecast === null ? [] : [label(forecast.period)];
        return {
            aria: { enabled: false },
            grid: { left: 36, right: 16, top: 20, bottom: 28 },
            tooltip: { trigger: 'axis', renderMode: 'richText', confine: true },
            xAxis: { type: 'category', data: [...periods, ...ahead], axisLabel: { color: colours.quiet } },
            yAxis: {
                type: 'value',
                min: 0,
                splitLine: { lineStyle: { color: colours.line } },
                axisLabel: { color: colours.quiet },
            },
            series: [
                {
                    type: 'line',
                    data: points.map(({ score, band, comparable }) => ({
                        value: score ?? '-',
                        symbol: comparable === false ? 'emptyCircle' : 'circle',
                        itemStyle: { color: colourOf(band, colours) },
                    })),
                    symbolSize: 10,
                    symbol: 'circle',
                    lineStyle: { color: colours.brand, width: 2 },
                },
                ...(forecast === null ? [] : [expected(points, forecast, colours)]),
            ],
        };
    };
}

function expected(points: TrendPoint[], forecast: Expected, colours: Palette) {
    const last = points.at(-1)?.score ?? '-';
    return {
        type: 'line',
        data: [...points.slice(0, -1).map(() => '-'), last, forecast.value ?? '-'],
        lineStyle: { color: colours.quiet, type: 'dashed', width: 1 },
        itemStyle: { color: colours.quiet },
        symbol: 'emptyCircle',
    };
}

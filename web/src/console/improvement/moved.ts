import { monthOf } from '../shared/format';

const YEAR = 4;

/** The period of the same length in which a moment lies, so that like is compared with like. */
export function samePartNow(period: string, now: Date): string {
    return period.length === YEAR ? `${samePartIn(period, monthOf(now))}-YTD` : samePartIn(period, monthOf(now));
}

/** The period of the same length in which a month lies. */
export function samePartIn(period: string, month: string): string {
    const [year, number] = month.split('-').map(Number) as [number, number];
    const part = period.slice(YEAR + 1);
    if (part === '') {
        return String(year);
    }
    if (part.startsWith('H')) {
        return `${year}-H${number <= 6 ? 1 : 2}`;
    }
    if (part.startsWith('Q')) {
        return `${year}-Q${Math.ceil(number / 3)}`;
    }
    return month;
}

export function moved(then?: number | null, now?: number | null): 'up' | 'down' | 'same' | 'unknown' {
    if (typeof then !== 'number' || typeof now !== 'number') {
        return 'unknown';
    }
    return now > then ? 'up' : now < then ? 'down' : 'same';
}

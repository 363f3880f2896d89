import { monthOf } from '../shared/format';

/** The period of the same length in which a moment lies, so that like is compared with like. */
export function samePartNow(period: string, now: Date): string {
    const [year, month] = monthOf(now).split('-').map(Number) as [number, number];
    const part = period.slice(5);
    if (part === '') {
        return `${year}-YTD`;
    }
    if (part.startsWith('H')) {
        return `${year}-H${month <= 6 ? 1 : 2}`;
    }
    if (part.startsWith('Q')) {
        return `${year}-Q${Math.ceil(month / 3)}`;
    }
    return `${year}-${String(month).padStart(2, '0')}`;
}

export function moved(then?: number, now?: number): 'up' | 'down' | 'same' | 'unknown' {
    if (then === undefined || now === undefined) {
        return 'unknown';
    }
    return now > then ? 'up' : now < then ? 'down' : 'same';
}

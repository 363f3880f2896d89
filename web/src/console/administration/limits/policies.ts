import type { OfFeedback } from '../../api';

export type Policy = OfFeedback['PolicyView'];
type Clock = OfFeedback['ClockKind'];

export const CLOCKS: Clock[] = ['FIRST_RESPONSE', 'RESOLUTION', 'CONFIRMATION'];
/** Of the calendar of working days, in minutes. */
const WORKING_DAY = 450;
const DAY = 1440;

/** The clocks that have limits, what holds for all before what holds for few. */
export function byClock(policies: readonly Policy[]): { clock: Clock; policies: Policy[] }[] {
    return CLOCKS.map((clock) => ({
        clock,
        policies: policies
            .filter((policy) => policy.clock === clock)
            .sort((one, other) => (one.category ?? '').localeCompare(other.category ?? '')),
    })).filter((each) => each.policies.length > 0);
}

/** As a change says which version it is about. */
export function tagOf({ revision }: Policy): string {
    return `"${revision}"`;
}

/** The largest unit of which it is a whole number: a working day has as many hours as its calendar gives it. */
export function unitOf(minutes: number, calendar: string): { amount: number; unit: 'minute' | 'hour' | 'day' } {
    const day = calendar === 'ALWAYS' ? DAY : WORKING_DAY;
    if (minutes !== 0 && minutes % day === 0) {
        return { amount: minutes / day, unit: 'day' };
    }
    return minutes !== 0 && minutes % 60 === 0
        ? { amount: minutes / 60, unit: 'hour' }
        : { amount: minutes, unit: 'minute' };
}

export function minutesOf(amount: number, unit: 'minute' | 'hour' | 'day', calendar: string): number {
    const factor = { minute: 1, hour: 60, day: calendar === 'ALWAYS' ? DAY : WORKING_DAY };
    return Math.round(amount * factor[unit]);
}

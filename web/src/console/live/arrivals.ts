/** Counts as they were read, to tell how many came in lately. */
export interface Reading {
    at: number;
    count: number;
}

/** With one more; what is older than the span is forgotten but for the last, from which is counted. */
export function withReading(readings: readonly Reading[], now: Reading, span: number): Reading[] {
    const all = [...readings, now];
    const first = all.filter(({ at }) => at <= now.at - span).length - 1;
    return all.slice(Math.max(0, first));
}

/** How many came in since the oldest reading; a response taken back makes it no less than none. */
export function arrived(readings: readonly Reading[]): number {
    const [first, last] = [readings[0], readings.at(-1)];
    return first === undefined || last === undefined ? 0 : Math.max(0, last.count - first.count);
}

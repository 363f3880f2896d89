import type { OfFeedback } from '../api';

type Count = OfFeedback['CauseCount'];

/** What a row of the map is about, with how many cases lie in each of its columns. */
export interface HeatRow {
    process: string;
    total: number;
    cells: Map<string, number>;
}

export interface Heat {
    columns: string[];
    rows: HeatRow[];
    /** The hottest cell. */
    most: number;
}

/** Of the process as a whole. */
export const WHOLE = 'whole';
/** Of steps that are no longer in the process. */
export const FORMER = 'former';

/** The column of a count by the place of its step. */
export function placeOf(count: Count): string {
    return count.step ? (count.stepNumber ? String(count.stepNumber) : FORMER) : WHOLE;
}

/** The hottest process first. */
export function heatOf(counts: Count[], columnOf: (count: Count) => string): Heat {
    const rows = new Map<string, HeatRow>();
    for (const count of counts) {
        const row = rows.get(count.process) ?? { process: count.process, total: 0, cells: new Map<string, number>() };
        const column = columnOf(count);
        row.total += count.cases;
        row.cells.set(column, (row.cells.get(column) ?? 0) + count.cases);
        rows.set(count.process, row);
    }
    const all = [...rows.values()].sort((one, other) => other.total - one.total);
    return {
        columns: ordered([...new Set(all.flatMap(({ cells }) => [...cells.keys()]))]),
        rows: all,
        most: Math.max(0, ...all.flatMap(({ cells }) => [...cells.values()])),
    };
}

/** Numbers in their order, the whole before them, what is none of them behind. */
function ordered(columns: string[]): string[] {
    const rank = (column: string) => (column === WHOLE ? 0 : Number(column) || Number.MAX_SAFE_INTEGER);
    return columns.sort((one, other) => rank(one) - rank(other) || one.localeCompare(other));
}

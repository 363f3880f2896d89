import type { OfKpi } from '../../api';

interface Compared {
    difference: OfKpi['Recomputation']['rows'][number]['difference'];
}

/** Those that differ, and those of which it may not be told; all of them if everything is wanted. */
export function differing<T extends Compared>(compared: readonly T[], everything: boolean): T[] {
    return compared.filter(({ difference }) => everything || difference !== 'NONE');
}

/** How far the one is from the other; nothing while one of them is no number. */
export function change(before: number | null | undefined, after: number | null | undefined): number | undefined {
    return before == null || after == null ? undefined : after - before;
}

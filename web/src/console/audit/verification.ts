import type { Segment } from './logs';

export interface Found {
    where: string;
    flaw: string;
}

/** How far one chain has been read. */
export interface Checked {
    /** Entries, timelines or seals read so far. */
    count: number;
    findings: Found[];
    /** Where a log ends, to be written down outside of it. */
    head?: string;
    done: boolean;
}

/** Reads a log to its end, piece by piece, and says after each how far it is. */
export async function readLog(
    read: (cursor: number) => Promise<Segment>,
    told: (checked: Checked) => void,
): Promise<void> {
    const checked: Checked = { count: 0, findings: [], done: false };
    let cursor: number | undefined = 0;
    while (cursor !== undefined) {
        const piece: Segment = await read(cursor);
        checked.count += piece.checked ?? 0;
        for (const { position, flaw } of piece.findings ?? []) {
            checked.findings.push({ where: String(position), flaw: String(flaw) });
        }
        checked.head = piece.end?.hash;
        cursor = typeof piece.next === 'number' ? piece.next : undefined;
        checked.done = cursor === undefined;
        told({ ...checked, findings: [...checked.findings] });
    }
}

/** The same for what is read by a cursor that is a text. */
export async function readPages<T extends { next?: string | null }>(
    read: (cursor?: string) => Promise<T>,
    ofPage: (page: T) => { count: number; findings: Found[] },
    told: (checked: Checked) => void,
): Promise<void> {
    const checked: Checked = { count: 0, findings: [], done: false };
    let cursor: string | undefined;
    do {
        const page = await read(cursor);
        const { count, findings } = ofPage(page);
        checked.count += count;
        checked.findings.push(...findings);
        cursor = page.next ?? undefined;
        checked.done = cursor === undefined;
        told({ ...checked, findings: [...checked.findings] });
    } while (cursor !== undefined);
}

import type { Slice } from './loaded';

/** All pages of a list that is known to be short, one after the other; what is beyond the most is left out, and said. */
export async function everything<T>(
    read: (cursor?: string) => Promise<Slice<T>>,
    most: number,
): Promise<{ items: T[]; complete: boolean }> {
    const items: T[] = [];
    let cursor: string | undefined;
    do {
        const page = await read(cursor);
        items.push(...page.items);
        cursor = page.next ?? undefined;
    } while (cursor !== undefined && items.length < most);
    return { items, complete: cursor === undefined };
}

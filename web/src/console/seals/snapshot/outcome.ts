/** What a sealed document says a department came to; undefined where there is no score, or where it is about something else. */
export interface SealedOutcome {
    score: number;
    band: 'RED' | 'YELLOW' | 'GREEN' | null;
}

type Tree = { [key: string]: unknown };

const isTree = (part: unknown): part is Tree => typeof part === 'object' && part !== null && !Array.isArray(part);

/** Exact decimals are texts in what is sealed. */
export function outcomeOf(document: unknown): SealedOutcome | undefined {
    const content = isTree(document) && document['kind'] === 'SCORES' ? document['content'] : undefined;
    const score = isTree(content) ? content['score'] : undefined;
    return isTree(score) && score['score'] != null
        ? { score: Number(score['score']), band: (score['band'] ?? null) as SealedOutcome['band'] }
        : undefined;
}

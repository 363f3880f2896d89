/** Numbers from one to another, both missing. */
export interface Gap {
    from?: number | null;
    to?: number | null;
}

/** 3, 7–12: as somebody would say it, and how many more there are than are said. */
export function spokenGaps(gaps: readonly Gap[], most: number): { words: string[]; further: number } {
    const words = gaps.slice(0, most).map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
    return { words, further: Math.max(0, gaps.length - most) };
}

import { describe, expect, it } from 'vitest';
import { everything } from './everything';

const pages: Record<string, { items: number[]; next: string | null }> = {
    '': { items: [1, 2], next: 'b' },
    b: { items: [3, 4], next: 'c' },
    c: { items: [5], next: null },
};
const read = async (cursor = '') => pages[cursor]!;

describe('everything of a list', () => {
    it('is read page by page, in order', async () => {
        expect(await everything(read, 100)).toEqual({ items: [1, 2, 3, 4, 5], complete: true });
    });

    it('stops when it is too much, and says so', async () => {
        expect(await everything(read, 3)).toEqual({ items: [1, 2, 3, 4], complete: false });
    });
});

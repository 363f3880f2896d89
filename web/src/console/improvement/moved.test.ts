import { describe, expect, it } from 'vitest';
import { moved, samePartNow } from './moved';

describe('how a figure moved', () => {
    it('compares with the present period of the same length', () => {
        const now = new Date('2026-11-26T12:00:00+08:00');

        expect(samePartNow('2026-Q1', now)).toBe('2026-Q4');
        expect(samePartNow('2025-H2', now)).toBe('2026-H2');
        expect(samePartNow('2025', now)).toBe('2026-YTD');
        expect(samePartNow('2026-03', now)).toBe('2026-11');
    });

    it('says nothing of what is not known or is withheld', () => {
        expect(moved(1, 2)).toBe('up');
        expect(moved(2, 1)).toBe('down');
        expect(moved(2, 2)).toBe('same');
        expect(moved(undefined, 2)).toBe('unknown');
        expect(moved(2, undefined)).toBe('unknown');
    });
});

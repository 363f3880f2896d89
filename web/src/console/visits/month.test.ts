import { describe, expect, it } from 'vitest';
import { daysOf, monthBefore, monthFrom } from './month';

describe('the month of a plan', () => {
    it('has all its days, with the visits of each', () => {
        const visits = [{ on: '2028-02-29' }, { on: '2028-02-01' }, { on: '2028-02-29' }, { on: null }];

        const days = daysOf('2028-02', visits, ({ on }) => on);

        expect(days).toHaveLength(29);
        expect(days[0]).toEqual({ date: '2028-02-01', weekday: 2, items: [{ on: '2028-02-01' }] });
        expect(days[28]!.items).toHaveLength(2);
    });

    it('calls Sunday the seventh day', () => {
        expect(daysOf('2026-11', [], () => null)[0]!.weekday).toBe(7);
    });

    it('has a month before and after it, across the year', () => {
        expect(monthBefore('2026-01')).toBe('2025-12');
        expect(monthBefore('2026-12', -1)).toBe('2027-01');
    });

    it('is the present one when an address names none', () => {
        expect(monthFrom('2026-07', '2026-11')).toBe('2026-07');
        for (const nonsense of ['2026-13', '2026', ['2026-07'], undefined]) {
            expect(monthFrom(nonsense, '2026-11')).toBe('2026-11');
        }
    });
});

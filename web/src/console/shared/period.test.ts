import { describe, expect, it } from 'vitest';
import { monthOf, quarterOf } from './format';
import { periodName, periodsUpTo } from './period';

describe('periods', () => {
    it('are those that have begun, newest first', () => {
        const periods = periodsUpTo(new Date('2026-05-20T12:00:00Z'));

        expect(periods).toEqual([
            '2026-YTD',
            '2026-Q2',
            '2026-Q1',
            '2026-05',
            '2026-04',
            '2026-03',
            '2026-02',
            '2026-01',
            '2025',
        ]);
    });

    it('begin in Shanghai, whatever the clock here says', () => {
        expect(monthOf(new Date('2026-10-31T16:30:00Z'))).toBe('2026-11');
        expect(quarterOf(new Date('2026-09-30T15:59:00Z'))).toBe('2026-Q3');
    });

    it('are told in words', () => {
        expect(periodName('2026-YTD')).toBe('2026 年至今');
        expect(periodName('2026-Q4')).toBe('2026 年第 4 季度');
        expect(periodName('2026-11')).toBe('2026年11月');
        expect(periodName('2026')).toBe('2026 全年');
        expect(periodName('eternity')).toBe('eternity');
    });
});

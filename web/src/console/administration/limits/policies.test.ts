import { describe, expect, it } from 'vitest';
import { byClock, minutesOf, unitOf, type Policy } from './policies';

describe('time limits', () => {
    it('are told in the largest unit that comes out even, by the day of their calendar', () => {
        expect(unitOf(1350, 'OFFICE')).toEqual({ amount: 3, unit: 'day' });
        expect(unitOf(1350, 'ALWAYS')).toEqual({ amount: 1350, unit: 'minute' });
        expect(unitOf(1440, 'ALWAYS')).toEqual({ amount: 1, unit: 'day' });
        expect(unitOf(240, 'OFFICE')).toEqual({ amount: 4, unit: 'hour' });
        expect(unitOf(0, 'OFFICE')).toEqual({ amount: 0, unit: 'minute' });
        expect(unitOf(-90, 'OFFICE')).toEqual({ amount: -90, unit: 'minute' });
    });

    it('come back as the minutes they were', () => {
        for (const minutes of [1, 60, 450, 1350, 1440, 4321, -240]) {
            for (const calendar of ['OFFICE', 'ALWAYS']) {
                const { amount, unit } = unitOf(minutes, calendar);
                expect(minutesOf(amount, unit, calendar)).toBe(minutes);
            }
        }
    });

    it('stand by clock, those for all cases first', () => {
        const policies = [
            { clock: 'RESOLUTION', category: 'power' },
            { clock: 'FIRST_RESPONSE', category: null },
            { clock: 'RESOLUTION', category: null },
        ] as unknown as Policy[];

        expect(byClock(policies).map(({ clock, policies: own }) => [clock, own.map((each) => each.category)])).toEqual([
            ['FIRST_RESPONSE', [null]],
            ['RESOLUTION', [null, 'power']],
        ]);
    });
});

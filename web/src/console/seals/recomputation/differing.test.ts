import { expect, it } from 'vitest';
import { change, differing } from './differing';

it('what may not be told is not left out: it differs', () => {
    const rows = [{ difference: 'NONE' }, { difference: 'SHOWN' }, { difference: 'SUPPRESSED' }] as const;

    expect(differing(rows, false).map(({ difference }) => difference)).toEqual(['SHOWN', 'SUPPRESSED']);
    expect(differing(rows, true)).toHaveLength(3);
});

it('there is no change from or to no score', () => {
    expect(change(80, 82.5)).toBe(2.5);
    expect(change(80, 80)).toBe(0);
    expect(change(null, 82.5)).toBeUndefined();
    expect(change(80, undefined)).toBeUndefined();
});

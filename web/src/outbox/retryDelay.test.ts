import { expect, it } from 'vitest';
import { retryDelay } from './retryDelay';

it('waits longer after each failure, up to five minutes', () => {
    expect([1, 2, 3, 20, 2000].map((failures) => retryDelay(failures, undefined, 1))).toEqual([
        2_000, 4_000, 8_000, 300_000, 300_000,
    ]);
});

it('never waits less than the service asked for', () => {
    expect(retryDelay(1, 30_000, 0)).toBe(30_000);
    expect(retryDelay(9, 1_000, 0)).toBe(150_000);
});

it('spreads those who failed together', () => {
    expect(retryDelay(1, undefined, 0)).toBeLessThan(retryDelay(1, undefined, 0.5));
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { IdleWatch } from './idleWatch';

let shown: number | undefined;
let left: number;
let watch: IdleWatch;

beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
    shown = undefined;
    left = 0;
    watch = new IdleWatch(
        45_000,
        15_000,
        (seconds) => (shown = seconds),
        () => left++,
    );
    watch.start();
});

afterEach(() => {
    watch.stop();
    vi.useRealTimers();
});

it('says nothing while somebody may be reading', () => {
    vi.advanceTimersByTime(44_000);

    expect(shown).toBeUndefined();
});

it('counts down, then says that the visitor has left, once', () => {
    vi.advanceTimersByTime(45_000);
    expect(shown).toBe(15);
    vi.advanceTimersByTime(14_000);
    expect(shown).toBe(1);
    expect(left).toBe(0);

    vi.advanceTimersByTime(60_000);

    expect(left).toBe(1);
    expect(shown).toBeUndefined();
});

it('begins anew with a touch', () => {
    vi.advanceTimersByTime(50_000);

    watch.touched();

    expect(shown).toBeUndefined();
    vi.advanceTimersByTime(44_000);
    expect(shown).toBeUndefined();
    expect(left).toBe(0);
});

it('is not fooled by a screen that slept', () => {
    vi.setSystemTime(10 * 60_000);
    vi.advanceTimersByTime(1_000);

    expect(left).toBe(1);
});

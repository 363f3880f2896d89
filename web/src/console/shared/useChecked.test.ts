import { effectScope, nextTick, ref } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useChecked, type Finding } from './useChecked';

describe('what is being written', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    it('is checked once, a moment after it was last changed, and answered for as it is now', async () => {
        const text = ref('a');
        const answers: ((found: Finding[]) => void)[] = [];
        const ask = vi.fn((_: string) => new Promise<Finding[]>((resolve) => answers.push(resolve)));
        const scope = effectScope();
        const { findings } = scope.run(() => useChecked(() => text.value, ask))!;
        await vi.advanceTimersByTimeAsync(1000);

        text.value = 'ab';
        await nextTick();
        text.value = 'abc';
        await vi.advanceTimersByTimeAsync(1000);
        expect(ask.mock.calls).toEqual([['a'], ['abc']]);

        answers[1]!([{ path: '/now', message: 'now' }]);
        answers[0]!([{ path: '/then', message: 'then' }]);
        await vi.advanceTimersByTimeAsync(0);
        expect(findings.value.map(({ path }) => path)).toEqual(['/now']);
        scope.stop();
    });

    it('keeps what was found when it cannot be checked any more, and says so', async () => {
        const text = ref('a');
        const ask = vi
            .fn<(written: string) => Promise<Finding[]>>()
            .mockResolvedValueOnce([{ path: '/a', message: 'a' }])
            .mockRejectedValueOnce(new Error('gone'));
        const scope = effectScope();
        const { findings, failed } = scope.run(() => useChecked(() => text.value, ask))!;
        await vi.advanceTimersByTimeAsync(1000);
        expect(failed.value).toBe(false);

        text.value = 'b';
        await vi.advanceTimersByTimeAsync(1000);

        expect(failed.value).toBe(true);
        expect(findings.value).toHaveLength(1);
        scope.stop();
    });
});

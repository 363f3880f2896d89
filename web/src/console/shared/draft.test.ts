import { nextTick, ref } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { matchedRouteKey } from 'vue-router';
import { inComponent } from '../../testing/component';
import { begin, end } from '../session';
import { useDraft } from './draft';

interface Lecture {
    id: string;
    topic: string;
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('a form', () => {
    const window = { addEventListener: vi.fn(), removeEventListener: vi.fn(), confirm: vi.fn(() => false) };
    const warnings = vi.spyOn(console, 'warn');
    const opened: (() => void)[] = [];

    beforeEach(() => {
        vi.clearAllMocks();
        vi.stubGlobal('window', window);
        begin({ username: 'office', name: 'office', roles: ['OFFICE'] } as Parameters<typeof begin>[0]);
    });

    afterEach(() => {
        opened.splice(0).forEach((takeAway) => takeAway());
        end();
        vi.unstubAllGlobals();
        // A composable outside of a component would not be told when its page goes.
        expect(warnings.mock.calls).toEqual([]);
    });

    /** @param stored what the service has, if the page is about that */
    function page(stored?: Lecture) {
        const sent: unknown[] = [];
        const known = { value: stored, tag: '"1"' };
        const route = { leaveGuards: new Set<() => unknown>() };
        const { made: draft, takeAway } = inComponent(
            () =>
                useDraft<Lecture, { topic: string }>({
                    id: () => stored?.id,
                    empty: { topic: '' },
                    read: async () => ({ value: known.value!, tag: known.tag }),
                    formOf: ({ topic }) => ({ topic }),
                    create: async ({ topic }, id) => {
                        sent.push(id);
                        return { id, topic };
                    },
                    change: async (id, { topic }, tag) => {
                        sent.push([id, topic, tag]);
                        return { id, topic };
                    },
                    kept: async () => undefined,
                }),
            [[matchedRouteKey, ref(route)]],
        );
        opened.push(takeAway);
        return { draft, sent, known, leave: () => [...route.leaveGuards].map((ask) => ask()), takeAway };
    }

    it('of something new can be written in at once, and makes the same thing however often it is sent', async () => {
        const { draft, sent } = page();
        expect(draft.begun.value).toBe(true);

        await draft.save();
        await draft.save();

        expect(sent).toHaveLength(2);
        expect(sent[0]).toBe(sent[1]);
    });

    it('of what is there begins with that, says which version it changes and keeps what is written in it', async () => {
        const { draft, sent, known } = page({ id: 'a', topic: 'one' });
        expect(draft.begun.value).toBe(false);
        await settled();
        expect(draft.begun.value).toBe(true);
        expect(draft.form.value.topic).toBe('one');

        draft.form.value.topic = 'mine';
        known.value = { id: 'a', topic: 'theirs' };
        known.tag = '"2"';
        await draft.loaded.reload();
        await nextTick();
        await draft.save();

        expect(draft.whole.value?.topic).toBe('theirs');
        expect(sent).toEqual([['a', 'mine', '"2"']]);
    });

    it('is not left without a question while what is written in it is not sent, and does not ask afterwards', async () => {
        const { draft, leave } = page();
        expect(leave()).toEqual([true]);

        draft.form.value.topic = 'mine';
        expect(leave()).toEqual([false]);
        expect(window.confirm).toHaveBeenCalledOnce();

        await draft.save();
        expect(leave()).toEqual([true]);
        expect(window.confirm).toHaveBeenCalledOnce();
    });

    it('asks as long as its page is there, and not when that is gone', () => {
        const { takeAway } = page();
        const [event, ask] = window.addEventListener.mock.lastCall as unknown as [string, () => void];
        expect(event).toBe('beforeunload');

        takeAway();
        opened.pop();

        expect(window.removeEventListener).toHaveBeenCalledWith('beforeunload', ask);
    });
});

import { nextTick } from 'vue';
import { describe, expect, it } from 'vitest';
import { useDraft } from './draft';

interface Lecture {
    id: string;
    topic: string;
}

/** @param stored what the service has, if the page is about that */
function page(stored?: Lecture) {
    const sent: unknown[] = [];
    const known = { value: stored, tag: '"1"' };
    const draft = useDraft<Lecture, { topic: string }>({
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
    });
    return { draft, sent, known };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('a form', () => {
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
});

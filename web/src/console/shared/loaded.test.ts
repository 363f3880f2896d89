import { describe, expect, it } from 'vitest';
import { nextTick, ref } from 'vue';
import { useLoaded, usePaged } from './loaded';

async function settled(): Promise<void> {
    await nextTick();
    await new Promise((done) => setTimeout(done));
}

describe('what is loaded', () => {
    it('is read again when its question changes, and an answer overtaken on the way is dropped', async () => {
        const question = ref(1);
        const answers = new Map<number, (value: string) => void>();
        const { value } = useLoaded(
            () => new Promise<string>((resolve) => answers.set(question.value, resolve)),
            question,
        );

        question.value = 2;
        await settled();
        answers.get(2)?.('second');
        answers.get(1)?.('first');
        await settled();

        expect(value.value).toBe('second');
    });

    it('keeps what it had while a failure is shown', async () => {
        let fails = false;
        const { value, failure, reload } = useLoaded(async () => {
            if (fails) {
                throw new Error('gone');
            }
            return 'here';
        });
        await settled();
        fails = true;

        await reload();

        expect(value.value).toBe('here');
        expect(failure.value).toBeInstanceOf(Error);
    });
});

describe('a paged list', () => {
    it('grows page by page and begins anew when its question changes', async () => {
        const filter = ref('a');
        const pages = usePaged(
            async (cursor?: string) =>
                cursor === undefined
                    ? { items: [`${filter.value}1`], next: 'two' }
                    : { items: [`${filter.value}2`], next: null },
            filter,
        );
        await settled();
        await pages.more();
        expect(pages.items.value).toEqual(['a1', 'a2']);
        expect(pages.next.value).toBeNull();

        filter.value = 'b';
        await settled();

        expect(pages.items.value).toEqual(['b1']);
        expect(pages.next.value).toBe('two');
    });
});

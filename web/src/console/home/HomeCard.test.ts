import { createSSRApp, h, shallowRef } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { describe, expect, it } from 'vitest';
import type { Loaded } from '../shared/loaded';
import { sharedTexts } from '../shared/texts';
import HomeCard from './HomeCard.vue';

function card(state: { value?: string[]; failure?: unknown; loading?: boolean }): Promise<string> {
    const loaded: Loaded<string[]> = {
        value: shallowRef(state.value),
        failure: shallowRef(state.failure),
        loading: shallowRef(state.loading ?? false),
        reload: async () => undefined,
    };
    const given = { title: '待签字', loaded, isEmpty: (found: string[]) => found.length === 0, nothing: '没有' };
    const slots = { default: ({ found }: { found: string[] }) => found.join('+'), actions: () => '全部' };
    // A generic component has no type that h() could take.
    return renderToString(createSSRApp({ render: () => h(HomeCard as never, given, slots) }));
}

describe('a card of the home page', () => {
    it('has its title and what leads further, whatever has come', async () => {
        for (const state of [{ loading: true }, { failure: new Error('gone') }, { value: [] }, { value: ['a'] }]) {
            expect(await card(state)).toMatch(/待签字.*全部/s);
        }
    });

    it('shows what was found, or that there is nothing', async () => {
        expect(await card({ value: ['a', 'b'] })).toContain('a+b');
        expect(await card({ value: [] })).toContain('没有');
        expect(await card({ value: ['a'] })).not.toContain('没有');
    });

    it('says that it is being read, and when it could not be, with a way to try again', async () => {
        expect(await card({ loading: true })).toContain(sharedTexts.zhCN.loading);
        const failed = await card({ failure: new Error('gone') });
        expect(failed).toContain('role="alert"');
        expect(failed).toContain(sharedTexts.zhCN.retry);
    });

    it('keeps what it has while that is read again', async () => {
        expect(await card({ value: ['a'], loading: true })).not.toContain(sharedTexts.zhCN.loading);
    });
});

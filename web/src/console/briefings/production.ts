import { computed, onBeforeUnmount, shallowRef } from 'vue';
import { answer, api, type OfKpi } from '../api';

export type Language = 'zh-CN' | 'en';
export type Production = OfKpi['BriefingProduction'];

/** How often it is asked how far the papers are. */
const EVERY = 400;

export function isUnderWay({ state }: Production): boolean {
    switch (state) {
        case 'WAITING':
        case 'RUNNING':
            return true;
        case 'DONE':
        case 'FAILED':
            return false;
    }
}

/** The papers of an issue being made: somebody who comes back meanwhile sees how far they are. */
export function useProduction(id: string) {
    const production = shallowRef<Production>();
    let left = false;

    onBeforeUnmount(() => (left = true));

    function at(language: Language) {
        return { params: { path: { id, language } } };
    }

    /** Nothing where nobody has ordered them. */
    function read(language: Language): Promise<Production | undefined> {
        return answer<Production | undefined>(
            api.GET('/api/kpi/v1/briefings/{id}/productions/{language}', at(language)),
        );
    }

    /** Whether somebody has ordered them, and waits. */
    async function look(language: Language): Promise<void> {
        production.value = undefined;
        production.value = await read(language);
        await watched(language);
    }

    /** @return whether they are there */
    async function made(language: Language): Promise<boolean> {
        production.value = await answer(api.PUT('/api/kpi/v1/briefings/{id}/productions/{language}', at(language)));
        return watched(language);
    }

    async function watched(language: Language): Promise<boolean> {
        while (!left && production.value?.language === language && isUnderWay(production.value)) {
            await new Promise((soon) => setTimeout(soon, EVERY));
            const next = await read(language);
            if (production.value?.language === language) {
                production.value = next;
            }
        }
        return !left && production.value?.language === language && production.value.state === 'DONE';
    }

    return {
        production,
        underWay: computed(() => production.value !== undefined && isUnderWay(production.value)),
        look,
        made,
    };
}

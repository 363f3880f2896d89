import { computed, shallowRef } from 'vue';
import { answer, api, type OfFeedback } from '../api';
import { everything } from '../shared/everything';

const MOST = 1000;
const known = shallowRef<OfFeedback['ParkView'][]>([]);
let asked: Promise<void> | undefined;

export function useParks() {
    asked ??= readParks().catch(() => {
        asked = undefined;
    });
    return {
        options: computed(() => known.value.map(({ code, name }) => ({ value: code, label: name }))),
        nameOf: (code: string | null | undefined) => known.value.find((park) => park.code === code)?.name ?? code ?? '',
    };
}

/** Again, after one was registered. */
export async function readParks(): Promise<void> {
    const { items } = await everything(
        (cursor) => answer(api.GET('/api/feedback/v1/parks', { params: { query: { cursor, limit: 200 } } })),
        MOST,
    );
    known.value = items;
}

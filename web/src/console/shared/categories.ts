import { computed, shallowRef } from 'vue';
import { answer, api, type OfFeedback } from '../api';
import { named } from '../i18n/catalogue';

const known = shallowRef<OfFeedback['CategoryView'][]>([]);
let asked: Promise<void> | undefined;

/** The whole tree, read once a visit. */
export function useCategories() {
    asked ??= read().catch(() => {
        // Codes will do, and the next page tries again.
        asked = undefined;
    });
    return {
        options: computed(() =>
            known.value.filter(({ active }) => active).map((each) => ({ value: each.code, label: nameOf(each.code) })),
        ),
        nameOf,
    };
}

/** Somebody has changed them. */
export function forgetCategories(): void {
    asked = undefined;
}

function nameOf(code: string | null | undefined): string {
    const found = known.value.find((each) => each.code === code);
    return found === undefined ? (code ?? '') : named(found);
}

async function read(): Promise<void> {
    known.value = (await answer(api.GET('/api/feedback/v1/categories'))).items;
}

import { computed, shallowRef } from 'vue';
import { answer, api } from '../api';
import { may } from '../session';
import { everything } from '../shared/everything';

/** More than an office sends. */
const MOST = 500;

const known = shallowRef<{ value: string; label: string }[]>([]);
let asked: Promise<void> | undefined;

/** Whom the office may send, read when a form asks for it, once a visit. */
export function useSurveyors() {
    if (may('OFFICE')) {
        asked ??= read().catch(() => {
            // The next form tries again.
            asked = undefined;
        });
    }
    return { options: computed(() => known.value) };
}

/** As far as they were read: each reading is on record. */
export function surveyorName(username: string | null | undefined): string {
    return known.value.find(({ value }) => value === username)?.label ?? username ?? '';
}

async function read(): Promise<void> {
    const { items } = await everything(
        (cursor) => answer(api.GET('/api/auth/v1/surveyors', { params: { query: { after: cursor, limit: 200 } } })),
        MOST,
    );
    known.value = items.map(({ username, name }) => ({
        value: username,
        label: name === username ? name : `${name} · ${username}`,
    }));
}

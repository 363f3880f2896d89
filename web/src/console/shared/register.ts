import { shallowRef } from 'vue';
import { answer, api, type OfFeedback } from '../api';
import { named } from '../i18n/catalogue';
import { everything } from '../shared/everything';

type Entry = OfFeedback['NamedView'];

/** More than anybody chooses from a list. */
const MOST = 1000;

const posts = shallowRef<Entry[]>([]);
const processes = shallowRef<Entry[]>([]);
let asked: Promise<void> | undefined;

/** Posts and processes, read once a visit. */
export function useRegister() {
    asked ??= readRegister().catch(() => {
        // Codes will do, and the next page tries again.
        asked = undefined;
    });
    return { posts, processes };
}

export async function readRegister(): Promise<void> {
    const [allPosts, allProcesses] = await Promise.all([
        everything<Entry>(
            (cursor) => answer(api.GET('/api/feedback/v1/posts', { params: { query: { cursor, limit: 200 } } })),
            MOST,
        ),
        everything<Entry>(
            (cursor) => answer(api.GET('/api/feedback/v1/processes', { params: { query: { cursor, limit: 200 } } })),
            MOST,
        ),
    ]);
    posts.value = allPosts.items;
    processes.value = allProcesses.items;
}

export function nameIn(register: Entry[], code: string): string {
    const found = register.find((each) => each.code === code);
    return found === undefined ? code : named(found);
}

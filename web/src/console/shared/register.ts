import { computed, shallowRef } from 'vue';
import { answer, api, type OfFeedback } from '../api';
import { named } from '../i18n/catalogue';
import { everything } from './everything';

type Post = OfFeedback['PostView'];
type Process = OfFeedback['ProcessLine'];

interface Entry {
    code: string;
    name: string;
    nameEn?: string | null;
    active: boolean;
}

/** As many as the register takes. */
const MOST = 1000;

const posts = shallowRef<Post[]>([]);
const processes = shallowRef<Process[]>([]);
let asked: Promise<void> | undefined;

/** Posts and processes, read once a visit. */
export function useRegister() {
    asked ??= readRegister().catch(() => {
        // Codes will do, and the next page tries again.
        asked = undefined;
    });
    return {
        posts,
        processes,
        postOptions: computed(() => options(posts.value)),
        processOptions: computed(() => options(processes.value)),
        postName: (code: string | null | undefined) => nameIn(posts.value, code),
        processName: (code: string | null | undefined) => nameIn(processes.value, code),
    };
}

export async function readRegister(): Promise<void> {
    const [allPosts, allProcesses] = await Promise.all([
        everything<Post>(
            (cursor) => answer(api.GET('/api/feedback/v1/posts', { params: { query: { cursor, limit: 200 } } })),
            MOST,
        ),
        everything<Process>(
            (cursor) => answer(api.GET('/api/feedback/v1/processes', { params: { query: { cursor, limit: 200 } } })),
            MOST,
        ),
    ]);
    posts.value = allPosts.items;
    processes.value = allProcesses.items;
}

/** What is in use can be chosen. */
function options(register: Entry[]): { value: string; label: string }[] {
    return register.filter(({ active }) => active).map((each) => ({ value: each.code, label: named(each) }));
}

function nameIn(register: Entry[], code: string | null | undefined): string {
    const found = register.find((each) => each.code === code);
    return found === undefined ? (code ?? '') : named(found);
}

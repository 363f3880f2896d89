import { shallowRef, watch, type ShallowRef, type WatchSource } from 'vue';

export interface Loaded<T> {
    value: ShallowRef<T | undefined>;
    failure: ShallowRef<unknown>;
    loading: ShallowRef<boolean>;
    reload: () => Promise<void>;
}

/**
 * What is read when the page is shown, and again whenever what it depends on changes. An answer that another question has
 * overtaken is dropped. While it is read again the old value stays.
 */
export function useLoaded<T>(read: () => Promise<T>, dependsOn: WatchSource | WatchSource[] = []): Loaded<T> {
    const value = shallowRef<T>();
    const failure = shallowRef<unknown>();
    const loading = shallowRef(true);
    let asked = 0;

    async function reload(): Promise<void> {
        const question = ++asked;
        loading.value = true;
        try {
            const found = await read();
            if (question === asked) {
                value.value = found;
                failure.value = undefined;
            }
        } catch (problem) {
            if (question === asked) {
                failure.value = problem;
            }
        } finally {
            if (question === asked) {
                loading.value = false;
            }
        }
    }

    watch(dependsOn, reload, { immediate: true });
    return { value, failure, loading, reload };
}

export interface Slice<T> {
    items: T[];
    next?: string | null;
}

export interface Paged<T> {
    items: ShallowRef<T[]>;
    next: ShallowRef<string | null>;
    failure: ShallowRef<unknown>;
    loading: ShallowRef<boolean>;
    more: () => Promise<void>;
    reload: () => Promise<void>;
}

/** A list that is read page by page, as its reader asks for more; from the beginning whenever its question changes. */
export function usePaged<T>(
    read: (cursor?: string) => Promise<Slice<T>>,
    dependsOn: WatchSource | WatchSource[] = [],
): Paged<T> {
    const items = shallowRef<T[]>([]);
    const next = shallowRef<string | null>(null);
    const failure = shallowRef<unknown>();
    const loading = shallowRef(true);
    let asked = 0;

    async function load(cursor: string | undefined): Promise<void> {
        const question = ++asked;
        loading.value = true;
        try {
            const page = await read(cursor);
            if (question !== asked) {
                return;
            }
            items.value = cursor === undefined ? page.items : [...items.value, ...page.items];
            next.value = page.next ?? null;
            failure.value = undefined;
        } catch (problem) {
            if (question === asked) {
                failure.value = problem;
            }
        } finally {
            if (question === asked) {
                loading.value = false;
            }
        }
    }

    const reload = () => load(undefined);
    watch(
        dependsOn,
        () => {
            items.value = [];
            next.value = null;
            return reload();
        },
        { immediate: true },
    );
    return { items, next, failure, loading, reload, more: () => load(next.value ?? undefined) };
}

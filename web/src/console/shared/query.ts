import { useRoute, useRouter } from 'vue-router';

export interface Query {
    /** What is asked for under a name; undefined if nothing, or nothing that is one word. */
    text: (name: string) => string | undefined;
    /** Asks anew; nothing takes the name away. */
    set: (name: string, value: string) => void;
}

/** What a list is asked for stands in the address of its page, where it can be kept, sent to somebody and gone back to. */
export function useQuery(): Query {
    const route = useRoute();
    const router = useRouter();
    return {
        text(name) {
            const value = route.query[name];
            return typeof value === 'string' && value !== '' ? value : undefined;
        },
        set(name, value) {
            void router.replace({ query: { ...route.query, [name]: value || undefined } });
        },
    };
}

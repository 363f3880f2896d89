import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import type { Finding, Node } from './definition';
import { check } from './stored';

/** Long enough that nobody who types is asked about every letter. */
const PAUSE = 700;

/** What the service has against the definition, a moment after it was last changed. */
export function useCheck(definition: () => Node | undefined) {
    const findings = shallowRef<Finding[]>([]);
    const failed = ref(false);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = 0;

    async function ask(): Promise<void> {
        const now = definition();
        const question = ++asked;
        if (now === undefined) {
            return;
        }
        try {
            const { unsupported } = await check(now);
            if (question === asked) {
                findings.value = (unsupported ?? []).map(({ path, what }) => ({
                    path: path ?? '',
                    message: what ?? '',
                }));
                failed.value = false;
            }
        } catch {
            failed.value = question === asked || failed.value;
        }
    }

    watch(
        definition,
        () => {
            clearTimeout(timer);
            timer = setTimeout(ask, PAUSE);
        },
        { deep: true, immediate: true },
    );
    onScopeDispose(() => clearTimeout(timer));
    return { findings, failed };
}

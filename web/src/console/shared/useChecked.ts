import { onScopeDispose, ref, shallowRef, watch } from 'vue';

/** What is wrong where in what was written, in the user's words. */
export interface Finding {
    path: string;
    message: string;
}

/** Long enough that nobody who types is asked about every letter. */
const PAUSE = 700;

/** What a service has against what is being written, a moment after it was last changed. @param ask tells it without storing anything */
export function useChecked<T>(written: () => T | undefined, ask: (written: T) => Promise<Finding[]>) {
    const findings = shallowRef<Finding[]>([]);
    const failed = ref(false);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = 0;

    async function check(): Promise<void> {
        const now = written();
        const question = ++asked;
        if (now === undefined) {
            return;
        }
        try {
            const found = await ask(now);
            if (question === asked) {
                findings.value = found;
                failed.value = false;
            }
        } catch {
            failed.value = question === asked || failed.value;
        }
    }

    watch(
        written,
        () => {
            clearTimeout(timer);
            timer = setTimeout(check, PAUSE);
        },
        { deep: true, immediate: true },
    );
    onScopeDispose(() => clearTimeout(timer));
    return { findings, failed };
}

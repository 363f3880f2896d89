import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { told, type Told } from './failure';

export interface Saving {
    sending: Ref<boolean>;
    failure: ShallowRef<unknown>;
    /** The failure in the user's words. */
    refusal: ComputedRef<Told | undefined>;
    save: () => Promise<void>;
}

/** A page's form that is sent, once at a time. @param readAgain what it was made of, when somebody else was faster */
export function useSaving(send: () => Promise<unknown>, readAgain: () => Promise<void>): Saving {
    const sending = ref(false);
    const failure = shallowRef<unknown>();

    async function save(): Promise<void> {
        if (sending.value) {
            return;
        }
        sending.value = true;
        failure.value = undefined;
        try {
            await send();
        } catch (problem) {
            failure.value = problem;
            if (told(problem).outdated) {
                await readAgain();
            }
        } finally {
            sending.value = false;
        }
    }

    const refusal = computed(() => (failure.value === undefined ? undefined : told(failure.value)));
    return { sending, failure, refusal, save };
}

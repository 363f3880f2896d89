import { ref, type Ref } from 'vue';
import { Refused } from '../api/problem';
import { t } from '../i18n';

/** What is sent once: whoever sends waits for it, and hears why it was refused. */
export function useSending(outdated: () => void): {
    sending: Ref<boolean>;
    failure: Ref<string>;
    send: (act: () => Promise<void>) => Promise<void>;
} {
    const sending = ref(false);
    const failure = ref('');

    async function send(act: () => Promise<void>): Promise<void> {
        sending.value = true;
        failure.value = '';
        try {
            await act();
        } catch (problem) {
            if (problem instanceof Refused && problem.status === 409) {
                // Answered another way, or needed no more: what stands now says it better than the refusal.
                outdated();
            } else {
                failure.value = problem instanceof Refused ? problem.problem.title : t.value.confirm.failed;
            }
        } finally {
            sending.value = false;
        }
    }

    return { sending, failure, send };
}

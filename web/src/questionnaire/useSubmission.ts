import type { Model } from 'survey-core';
import { ref, watchEffect, type Ref } from 'vue';
import type { Submission } from '../api/survey';
import { locale, t } from '../i18n';
import { sendWaiting } from '../outbox';
import { randomUuid } from '../storage/uuid';
import { answersOf } from './model';
import { surveyLocale } from './texts';

/** Read when handing in: a kiosk may be given another link meanwhile. */
export type AnsweredThrough = () => Pick<Submission, 'link' | 'version' | 'startedAt'>;

/**
 * Keeps the questionnaire in the language chosen, and hands it in once it is completed.
 *
 * @param keep makes it safe on the device
 * @param handedIn called when it is, before anything is sent
 * @returns whether the device could not keep it; it can be completed again then
 */
export function useSubmission(
    model: Model,
    through: AnsweredThrough,
    keep: (submission: Submission) => Promise<void>,
    handedIn: (responseId: string) => void,
): Ref<boolean> {
    const storageFailed = ref(false);

    watchEffect(() => {
        model.locale = surveyLocale(locale.value);
        model.pagePrevText = t.value.respond.previous;
        model.pageNextText = t.value.respond.next;
        model.completeText = t.value.respond.submit;
    });
    model.onComplete.add(submit);

    async function submit(): Promise<void> {
        const responseId = randomUuid();
        try {
            await keep({
                responseId,
                ...through(),
                answers: answersOf(model),
                submittedAt: new Date().toISOString(),
                locale: surveyLocale(locale.value),
            });
        } catch (failure) {
            console.error(failure);
            storageFailed.value = true;
            model.clear(false, false);
            return;
        }
        handedIn(responseId);
        await sendWaiting();
    }

    return storageFailed;
}

import { surveyLocalization, type Model } from 'survey-core';
import { ref, watch, type Ref } from 'vue';
import type { Submission } from '../api/survey';
import { t } from '../i18n';
import { sendWaiting } from '../outbox';
import { randomUuid } from '../storage/uuid';
import { answersOf } from './model';
import { loadTexts } from './surveyTexts';

/** Read when handing in: a kiosk may be given another link meanwhile. */
export type AnsweredThrough = () => Pick<Submission, 'link' | 'version' | 'startedAt'>;

/**
 * Keeps the questionnaire in the language chosen, and hands it in once it is completed.
 *
 * @param language as SurveyJS calls it
 * @param keep makes it safe on the device
 * @param handedIn called when it is, before anything is sent
 * @returns whether the device could not keep it; it can be completed again then
 */
export function useSubmission(
    model: Model,
    language: Ref<string>,
    through: AnsweredThrough,
    keep: (submission: Submission) => Promise<void>,
    handedIn: (responseId: string) => void,
): Ref<boolean> {
    const storageFailed = ref(false);

    watch(language, speak, { immediate: true });
    model.onComplete.add(submit);

    async function speak(wanted: string): Promise<void> {
        model.locale = wanted;
        nameButtons(wanted);
        if ((await loadTexts(wanted)) && wanted === language.value) {
            // To another and back, or what came just now would not be shown.
            model.locale = '';
            model.locale = wanted;
            nameButtons(wanted);
        }
    }

    function nameButtons(wanted: string): void {
        const { previous, next, submit } = t.value.respond;
        const isOurs = ['zh-cn', 'en'].includes(wanted);
        model.pagePrevText = isOurs ? previous : surveyLocalization.getString('pagePrevText', wanted);
        model.pageNextText = isOurs ? next : surveyLocalization.getString('pageNextText', wanted);
        model.completeText = isOurs ? submit : surveyLocalization.getString('completeText', wanted);
    }

    async function submit(): Promise<void> {
        const responseId = randomUuid();
        try {
            await keep({
                responseId,
                ...through(),
                answers: answersOf(model),
                submittedAt: new Date().toISOString(),
                locale: language.value,
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

import { surveyLocalization } from 'survey-core';
import { nextTick, ref } from 'vue';
import { describe, expect, it } from 'vitest';
import { anOpenLink } from '../testing/responses';
import { directionOf, offered, spoken } from './languages';
import { questionnaire } from './model';
import { loadTexts } from './surveyTexts';
import { useSubmission } from './useSubmission';

describe('the language of a questionnaire', () => {
    it('can be any it is written in, and those of the pages', () => {
        expect(offered({ ...anOpenLink(), locales: ['en', 'fr', 'ja', 'zh-cn'] })).toEqual(['zh-CN', 'en', 'fr', 'ja']);
        expect(offered(undefined)).toEqual(['zh-CN', 'en']);
    });

    it('is the one chosen', () => {
        expect(spoken(['fr', 'zh-cn'], ['fr', 'zh-CN'])).toBe('fr');
        expect(spoken(['fr', 'zh-cn'], ['zh-CN', 'fr-FR'])).toBe('zh-cn');
    });

    it('is the first of the browser that it is written in, also if it is spoken elsewhere', () => {
        expect(spoken(['fr', 'zh-cn'], ['', 'de-DE', 'fr-CA', 'zh-CN'])).toBe('fr');
        expect(spoken(['zh-cn', 'zh-tw'], ['', 'zh-TW'])).toBe('zh-tw');
        expect(spoken(['zh-cn'], ['', 'zh-HK'])).toBe('zh-cn');
    });

    it('is one of ours that it has no texts in when that was chosen, so that at least the buttons speak it', () => {
        expect(spoken(['fr', 'zh-cn'], ['en', 'fr-FR'])).toBe('en');
    });

    it('is Chinese when nobody wants anything it has', () => {
        expect(spoken(['zh-cn'], ['', 'fr-FR'])).toBe('zh-cn');
    });

    it('is written from right to left where people do', () => {
        expect(['ar', 'he', 'ja', 'en'].map(directionOf)).toEqual(['rtl', 'rtl', 'ltr', 'ltr']);
    });
});

describe("SurveyJS' own texts", () => {
    it('are fetched when a language is chosen, once', async () => {
        expect(surveyLocalization.locales).not.toHaveProperty('ja');

        expect(await loadTexts('ja')).toBe(true);
        expect(await loadTexts('ja')).toBe(false);

        expect(surveyLocalization.getString('pageNextText', 'ja')).toBe('次へ');
    });

    it('are missed by nobody where there are none', async () => {
        expect(await loadTexts('tlh')).toBe(false);
        expect(await loadTexts('zh-cn')).toBe(false);
    });

    it('are shown with the questions as soon as they have come, and the response says in which language it was given', async () => {
        const title = { default: '满意吗', fr: 'Content ?' };
        const model = questionnaire(anOpenLink({ elements: [{ type: 'text', name: 'a', title, isRequired: true }] }));
        const language = ref('zh-cn');
        const handedIn: string[] = [];
        useSubmission(
            model,
            language,
            () => ({ link: 'l', version: 1, startedAt: '2026-11-22T09:00:00Z' }),
            async (submission) => void handedIn.push(submission.locale),
            () => {},
        );

        language.value = 'fr';
        await nextTick();
        await expect.poll(() => model.completeText).toBe('Terminer');

        expect(model.getQuestionByName('a').processedTitle).toBe('Content ?');
        expect(model.pageNextText).toBe('Suivant');
        model.setValue('a', 'oui');
        model.doComplete();
        await expect.poll(() => handedIn).toEqual(['fr']);
    });
});

import { describe, expect, it } from 'vitest';
import { kioskQuestionnaire } from '../kiosk/kioskQuestionnaire';
import { anOpenLink } from '../testing/responses';
import { answersOf, progressOf, questionnaire, showViolations } from './model';
import { textIn } from './texts';

const TARGET = anOpenLink({
    title: { default: '体验调查', en: 'Your visit' },
    elements: [
        { type: 'rating', name: 'overall', rateMax: 5 },
        { type: 'comment', name: 'why', visibleIf: '{overall} < 3' },
        { type: 'paneldynamic', name: 'wishes', templateElements: [{ type: 'text', name: 'wish' }], panelCount: 2 },
    ],
});

describe('a questionnaire', () => {
    it('measures progress by the questions there are to answer', () => {
        const model = questionnaire(
            anOpenLink({ elements: ['a', 'b', 'c', 'd'].map((name) => ({ type: 'text', name })) }),
        );

        model.setValue('a', 'x');

        expect(progressOf(model)).toBe(25);
    });

    it('hands over no answer to a question that was hidden in the end', () => {
        const model = questionnaire(TARGET);
        model.setValue('overall', 1);
        model.setValue('why', '太吵');
        model.setValue('overall', 5);

        model.doComplete();

        expect(answersOf(model)).not.toHaveProperty('why');
    });

    it('shows what the service found wrong beside the question', () => {
        const model = questionnaire(TARGET);

        const homeless = showViolations(model, [
            { path: '/answers/overall', code: 'above-maximum', message: '不能大于 5。' },
            { path: '/answers/wishes/1/wish', code: 'too-long', message: '太长。' },
            { path: '/version', code: 'not-this-version', message: '版本不符。' },
        ]);

        expect(model.getQuestionByName('overall').errors.map((error) => error.text)).toEqual(['不能大于 5。']);
        const second = model.getQuestionByName('wishes').panels[1];
        expect(second.getQuestionByName('wish').errors).toHaveLength(1);
        expect(homeless.map(({ path }) => path)).toEqual(['/version']);
    });

    it('is shown in the language asked for, whatever its own is', () => {
        const texts = { default: 'own', en: 'English', 'zh-cn': '中文' };
        const titles = ['zh-cn', 'en'].flatMap((own) =>
            ['zh-cn', 'en'].map((asked) => {
                const { [own]: _, ...others } = texts as Record<string, string>;
                const model = questionnaire(
                    anOpenLink({ locale: own, elements: [{ type: 'text', name: 'a', title: others }] }),
                );
                model.locale = asked;
                return model.getQuestionByName('a').processedTitle;
            }),
        );

        expect(titles).toEqual(['own', 'English', '中文', 'own']);
    });

    it('has its texts in the language asked for, else in its own', () => {
        expect(textIn(TARGET.definition['title'], 'en')).toBe('Your visit');
        expect(textIn(TARGET.definition['title'], 'zh-cn')).toBe('体验调查');
        expect(textIn('问卷', 'en')).toBe('问卷');
        expect(textIn(undefined, 'en')).toBe('');
    });
});

describe('a questionnaire at a kiosk', () => {
    it('asks with faces and keeps the numbers', () => {
        const model = kioskQuestionnaire(TARGET);

        model.setValue('overall', 4);

        expect(model.getQuestionByName('overall').rateDisplayMode).toBe('smileys');
        expect(answersOf(model)).toMatchObject({ overall: 4 });
    });
});

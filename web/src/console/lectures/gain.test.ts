import { describe, expect, it } from 'vitest';
import type { OfSurvey } from '../api';
import { gains } from './gain';

function question(name: string, mean: number | null): OfSurvey['QuestionView'] {
    const state = mean === null ? 'SUPPRESSED' : 'SHOWN';
    return { name, title: { default: name }, figure: { state, mean } } as unknown as OfSurvey['QuestionView'];
}

describe('what a lecture has changed', () => {
    it('is told of questions asked both times', () => {
        const before = { questions: [question('knows', 2.5), question('only before', 3)] };
        const after = { questions: [question('knows', 4), question('only after', 5)] };

        expect(gains(before, after, 'zh-cn')).toEqual([{ name: 'knows', title: 'knows', before: 2.5, after: 4 }]);
    });

    it('is not told where one of the means is withheld', () => {
        const before = { questions: [question('knows', null)] };
        const after = { questions: [question('knows', 4)] };

        expect(gains(before, after, 'en')).toEqual([]);
        expect(gains(undefined, after, 'en')).toEqual([]);
    });
});

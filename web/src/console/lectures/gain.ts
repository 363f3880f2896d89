import { textIn } from '../../questionnaire/texts';
import type { OfSurvey } from '../api';

type Results = Pick<OfSurvey['Results'], 'questions'>;

export interface Gain {
    name: string;
    title: string;
    before: number;
    after: number;
}

/** Questions asked both times whose means may be shown. What is withheld of one of them is not there at all. */
export function gains(before: Results | undefined, after: Results | undefined, language: string): Gain[] {
    const first = new Map((before?.questions ?? []).map((question) => [question.name, question]));
    return (after?.questions ?? []).flatMap((question): Gain[] => {
        const was = meanOf(first.get(question.name));
        const is = meanOf(question);
        return was === undefined || is === undefined
            ? []
            : [
                  {
                      name: question.name,
                      title: textIn(question.title ?? null, language) || question.name,
                      before: was,
                      after: is,
                  },
              ];
    });
}

function meanOf(question: OfSurvey['QuestionView'] | undefined): number | undefined {
    const figure = question?.figure;
    return figure?.state === 'SHOWN' ? (figure.mean ?? undefined) : undefined;
}

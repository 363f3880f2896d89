import type { Model, Question } from 'survey-core';
import type { LinkTarget } from '../api/survey';
import { questionnaire } from '../questionnaire/model';

const MOST_SMILEYS = 10;

/** One question on the screen at a time, and faces instead of numbers. The answers are the same as on a phone. */
export function kioskQuestionnaire(target: LinkTarget): Model {
    const model = questionnaire(target);
    model.questionsOnPageMode = 'questionPerPage';
    model.getAllQuestions().filter(isPlainRating).forEach(smile);
    return model;
}

function isPlainRating(question: Question): boolean {
    return (
        question.getType() === 'rating' &&
        question.rateDisplayMode === 'labels' &&
        question.visibleRateValues.length <= MOST_SMILEYS
    );
}

function smile(question: Question): void {
    question.rateDisplayMode = 'smileys';
    question.scaleColorMode = 'colored';
}

import { CustomError, Model, surveyLocalization, type Question } from 'survey-core';
import 'survey-core/i18n/simplified-chinese';
import type { Violation } from '../api/problem';
import type { Answers, LinkTarget } from '../api/survey';

// Its own ends in three full stops of a sentence.
Object.assign(surveyLocalization.locales['zh-cn'], { ratingOptionsCaption: '请选择…' });

const OWN_LANGUAGE = 'zh-cn';

/** The questionnaire of a link, ready to be filled in. What happens before and after it is shown by the page around it. */
export function questionnaire(target: LinkTarget): Model {
    // Or a text without a language would be taken for an English one.
    surveyLocalization.defaultLocale = String(target.definition['locale'] ?? OWN_LANGUAGE);
    const model = new Model(target.definition);
    model.showTitle = false;
    model.showCompletePage = false;
    model.showProgressBar = false;
    model.navigateToUrl = '';
    model.cookieName = '';
    model.textUpdateMode = 'onTyping';
    model.autoFocusFirstError = true;
    model.questionErrorLocation = 'bottom';
    model.getAllQuestions().filter(isRating).forEach(showAllSteps);
    return model;
}

function isRating(question: Question): boolean {
    return question.getType() === 'rating' && question.displayMode === 'auto';
}

/** Otherwise a long scale becomes a list to open on a phone, which is two touches and hides the ends. */
function showAllSteps(question: Question): void {
    question.displayMode = 'buttons';
}

export function answersOf(model: Model): Answers {
    return JSON.parse(JSON.stringify(model.data)) as Answers;
}

/** From 0 to 100, by questions. */
export function progressOf(model: Model): number {
    const { questionCount, answeredQuestionCount } = model.getProgressInfo();
    return questionCount === 0 ? 0 : Math.round((100 * answeredQuestionCount) / questionCount);
}

/**
 * Shows what the service found wrong beside the questions concerned.
 *
 * @returns what belongs to no question
 */
export function showViolations(model: Model, violations: Violation[]): Violation[] {
    const homeless: Violation[] = [];
    let first: Question | undefined;
    for (const violation of violations) {
        const question = questionAt(model, violation.path);
        question?.addError(new CustomError(violation.message));
        if (!question) {
            homeless.push(violation);
        }
        first ??= question;
    }
    if (first) {
        model.currentPage = first.page;
        first.focus();
    }
    return homeless;
}

function questionAt(model: Model, path: string): Question | undefined {
    const [root, name, row, nested] = path
        .split('/')
        .slice(1)
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (root !== 'answers' || name === undefined) {
        return undefined;
    }
    // An "other" text has a key of its own, but no question.
    const question = model.getQuestionByValueName(name) ?? model.getQuestionByValueName(name.replace(/-Comment$/, ''));
    const panels = question?.isDescendantOf('paneldynamic') ? question.panels : [];
    return panels[Number(row)]?.getQuestionByName(nested) ?? (question as Question | undefined);
}

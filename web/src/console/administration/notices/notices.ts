import type { OfFeedback } from '../../api';
import type { Tone } from '../../shared/StatusTag.vue';

export type Notice = OfFeedback['NoticeView'];
export type State = Notice['state'];

export const STATES: State[] = ['PENDING', 'SENT', 'NOT_SENT', 'FAILED', 'DROPPED'];

const TONES: Record<State, Tone> = {
    PENDING: 'info',
    SENT: 'good',
    NOT_SENT: 'warn',
    FAILED: 'bad',
    DROPPED: 'calm',
};

/** Whether it did not leave when it was tried, and will be tried again. */
export function isRetried({ state, lastFailure }: Notice): boolean {
    return state === 'PENDING' && lastFailure != null;
}

export function toneOf(notice: Notice): Tone {
    return isRetried(notice) ? 'warn' : TONES[notice.state];
}

/** The route of what it is about. */
const PAGES: Record<Notice['occasion'], string> = {
    ASSIGNMENT: 'case',
    DISPUTE: 'case',
    ANSWER: 'case',
    TASK: 'case',
    WAITING_OVER: 'case',
    FIRST_RESPONSE: 'case',
    RESOLUTION: 'case',
    CONFIRMATION: 'case',
    OVERRIDE: 'case',
    REMINDER: 'comment',
    SUPERVISION: 'comment',
    ENTRUSTED: 'comment',
    LEAD_GIVEN: 'comment',
    LEAD_TAKEN: 'comment',
    PLAN_REMINDER: 'plan-task',
    PLAN_SUPERVISION: 'plan-task',
    REPORT_REMINDER: 'supply-report',
    REPORT_UNANSWERED: 'supply-report',
    PLAN_REPORT_MISSING: 'plan',
    REPORT_NOT_BEGUN: 'supply-reports',
    LECTURE_DUE: 'lectures',
};

/** What is not there yet is begun on the page of all. */
const OF_ALL: Notice['occasion'][] = ['REPORT_NOT_BEGUN', 'LECTURE_DUE'];

export function pageOf({ occasion, subject }: Notice): { name: string; params?: { id: string } } {
    return OF_ALL.includes(occasion) ? { name: PAGES[occasion] } : { name: PAGES[occasion], params: { id: subject } };
}

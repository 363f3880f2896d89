import type { OfFeedback } from '../../api';
import type { Tone } from '../../shared/StatusTag.vue';

export type Notice = OfFeedback['NoticeView'];
export type State = Notice['state'];

export const STATES: State[] = ['PENDING', 'SENT', 'FAILED', 'DROPPED'];

const TONES: Record<State, Tone> = { PENDING: 'info', SENT: 'good', FAILED: 'bad', DROPPED: 'calm' };

/** Whether it did not leave when it was tried, and will be tried again. */
export function isRetried({ state, lastFailure }: Notice): boolean {
    return state === 'PENDING' && lastFailure != null;
}

export function toneOf(notice: Notice): Tone {
    return isRetried(notice) ? 'warn' : TONES[notice.state];
}

/** Comments have a page of their own; all else is about a case. */
export function pageOf({ occasion, subject }: Notice): { name: string; params: { id: string } } {
    const aboutComment = occasion === 'REMINDER' || occasion === 'SUPERVISION';
    return { name: aboutComment ? 'comment' : 'case', params: { id: subject } };
}

import { describe, expect, it } from 'vitest';
import { isRetried, pageOf, toneOf, type Notice } from './notices';

const waiting: Notice = {
    id: '1',
    recipient: '2',
    occasion: 'ASSIGNMENT',
    subject: '3',
    department: 'MKT',
    dueAt: null,
    channel: 'SMS',
    state: 'PENDING',
    tries: 0,
    requestedAt: '2026-11-26T08:00:00Z',
    settledAt: null,
    lastFailure: null,
};

describe('a notice', () => {
    it('that waits for its first try is not one that failed', () => {
        expect(isRetried(waiting)).toBe(false);
        expect(toneOf(waiting)).toBe('info');
    });

    it('that did not leave is tried again, and looks so', () => {
        const retried: Notice = { ...waiting, tries: 2, lastFailure: 'status 503' };

        expect(isRetried(retried)).toBe(true);
        expect(toneOf(retried)).toBe('warn');
    });

    it('that failed for good, or left at a second try, is not tried again', () => {
        for (const state of ['FAILED', 'SENT', 'DROPPED'] as const) {
            expect(isRetried({ ...waiting, state, lastFailure: 'status 503' })).toBe(false);
        }
    });

    it('that no road could take did not leave, and does not look as if it had', () => {
        expect(toneOf({ ...waiting, state: 'NOT_SENT', tries: 1 })).toBe('warn');
        expect(isRetried({ ...waiting, state: 'NOT_SENT', tries: 1 })).toBe(false);
    });

    it('leads to the case, the comment or the task it is about', () => {
        expect(pageOf(waiting)).toEqual({ name: 'case', params: { id: '3' } });
        expect(pageOf({ ...waiting, occasion: 'OVERRIDE' }).name).toBe('case');
        expect(pageOf({ ...waiting, occasion: 'SUPERVISION' }).name).toBe('comment');
        expect(pageOf({ ...waiting, occasion: 'REMINDER' }).name).toBe('comment');
        expect(pageOf({ ...waiting, occasion: 'PLAN_REMINDER' }).name).toBe('plan-task');
    });
});

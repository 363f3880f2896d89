import { describe, expect, it } from 'vitest';
import { emptyPlan, inOrder, instantOf, isComplete, localTime, planOf, requestOf, type PlanForm } from './plan';

const plan = (more: Partial<PlanForm> = {}): PlanForm => ({
    ...emptyPlan(new Date('2026-11-26T16:30:00Z')),
    surveyId: 's',
    version: '2',
    name: ' 开放日 ',
    ...more,
});

describe('times of a campaign', () => {
    it('are those of the business, wherever the browser is', () => {
        expect(localTime('2026-11-26T16:30:00Z')).toBe('2026-11-27T00:30');
        expect(new Date(instantOf('2026-11-27T00:30')).toISOString()).toBe('2026-11-26T16:30:00.000Z');
    });

    it('must be in order', () => {
        expect(inOrder(plan())).toBe(true);
        expect(isComplete(plan({ closesAt: plan().opensAt }))).toBe(false);
    });
});

describe('the plan of a campaign', () => {
    it('leaves out what was not said', () => {
        expect(requestOf(plan())).toEqual({
            surveyId: 's',
            version: 2,
            name: '开放日',
            opensAt: '2026-11-27T00:30:00+08:00',
            closesAt: '2026-12-11T00:30:00+08:00',
            anonymous: true,
            access: 'OPEN',
            invited: undefined,
            quota: undefined,
            stations: undefined,
            attribution: undefined,
            graceDays: undefined,
        });
    });

    it('has a station a line, each once', () => {
        expect(requestOf(plan({ stations: '一号站\n\n 二号站 \n一号站' })).stations).toEqual(['一号站', '二号站']);
    });

    it('keeps a zero that was said', () => {
        expect(requestOf(plan({ graceDays: '0' })).graceDays).toBe(0);
    });

    it('is the same after its form', () => {
        const campaign = {
            id: 'c',
            surveyId: 's',
            version: 3,
            name: '年度调查',
            status: 'DRAFT' as const,
            opensAt: '2026-11-26T16:30:00Z',
            closesAt: '2026-12-26T16:30:00Z',
            anonymous: false,
            invited: 200,
            quota: 500,
            stations: ['一号站'],
            access: 'SINGLE_USE' as const,
            attribution: { department: 'HR' },
            graceDays: 3,
        };
        expect(requestOf(planOf(campaign))).toMatchObject({
            version: 3,
            anonymous: false,
            invited: 200,
            quota: 500,
            stations: ['一号站'],
            access: 'SINGLE_USE',
            attribution: { department: 'HR' },
            graceDays: 3,
            opensAt: '2026-11-27T00:30:00+08:00',
        });
    });
});

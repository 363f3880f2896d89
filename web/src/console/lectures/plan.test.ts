import { describe, expect, it } from 'vitest';
import { planFormOf, planRequestOf, total } from './plan';

const view = {
    plan: { id: 'p', year: 2026, people: 96, adoptedAt: null },
    version: 1,
    firstWindow: 2,
    topics: [
        { level: 'TEAMS' as const, title: '一' },
        { level: 'TEAMS' as const, title: '二' },
    ],
    quotas: [
        { department: 'DIST', level: 'LEADERS' as const, people: 6 },
        { department: 'GONE', level: 'TEAMS' as const, people: 90 },
    ],
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
};

describe('the form of a plan', () => {
    it('gives back what it was made of, also of departments that are none any more', () => {
        const form = planFormOf(view, ['DIST', 'MKT']);

        expect(Object.keys(form.people)).toEqual(['DIST', 'MKT', 'GONE']);
        expect(planRequestOf(form)).toEqual({ firstWindow: 2, topics: view.topics, quotas: view.quotas });
        expect(total(form, 'TEAMS')).toBe(90);
    });

    it('leaves out who is not there and does not lose a slip', () => {
        const form = planFormOf(undefined, ['DIST', 'MKT']);
        form.people['DIST']!.TEAMS = '4o';
        form.people['MKT']!.TEAMS = ' 0 ';

        expect(planRequestOf(form).quotas).toEqual([{ department: 'DIST', level: 'TEAMS', people: 0 }]);
    });
});

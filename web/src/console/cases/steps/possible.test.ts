import { describe, expect, it } from 'vitest';
import { possibleSteps, type Person } from './possible';

const OFFICE: Person = { roles: ['OFFICE'], department: null };
const MARKETING: Person = { roles: ['LIAISON'], department: 'MKT' };
const LEADER: Person = { roles: ['LEADER'], department: null };

function matter(status: Parameters<typeof possibleSteps>[0]['status'], department: string | null = 'MKT') {
    return { status, department, firstReceiver: department, coLeads: [] };
}

describe('the steps of a case', () => {
    it('begin with the office, who says whose it is', () => {
        expect(possibleSteps(matter('RECEIVED', null), OFFICE)[0]).toBe('assignment');
        expect(possibleSteps(matter('RECEIVED', null), MARKETING)).toEqual([]);
    });

    it('are the liaison’s while the department works on it, and only theirs to end', () => {
        expect(possibleSteps(matter('IN_PROGRESS'), MARKETING)).toEqual(['resolution', 'waiting', 'transfer', 'notes']);
        expect(possibleSteps(matter('IN_PROGRESS'), OFFICE)).not.toContain('resolution');
        expect(possibleSteps(matter('IN_PROGRESS', 'DIST'), MARKETING)).toEqual([]);
    });

    it('let nobody agree for their own department', () => {
        const both: Person = { roles: ['OFFICE', 'LIAISON'], department: 'MKT' };

        expect(possibleSteps(matter('RESOLVED'), OFFICE)).toContain('confirmation');
        expect(possibleSteps(matter('RESOLVED'), both)).toEqual(['notes']);
        expect(possibleSteps({ ...matter('RESOLVED', 'DIST'), coLeads: ['MKT'] }, both)).not.toContain('overrides');
    });

    it('ask nobody who put a suggestion into the box, since nobody knows them', () => {
        const suggestion = { ...matter('RESOLVED'), source: { type: 'Suggestion' } };

        expect(possibleSteps(suggestion, OFFICE)).not.toContain('confirmation');
        expect(possibleSteps(suggestion, OFFICE)).not.toContain('confirmation-requests');
        expect(possibleSteps(suggestion, OFFICE)).toContain('overrides');
    });

    it('leave the first receiver the notes after a transfer', () => {
        expect(possibleSteps({ ...matter('IN_PROGRESS', 'DIST'), firstReceiver: 'MKT' }, MARKETING)).toEqual(['notes']);
    });

    it('are over once it is closed, and none for those who only read', () => {
        expect(possibleSteps(matter('CLOSED'), OFFICE)).toEqual([]);
        expect(possibleSteps(matter('IN_PROGRESS'), LEADER)).toEqual([]);
    });
});

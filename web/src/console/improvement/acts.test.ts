import { describe, expect, it } from 'vitest';
import { actsOn } from './acts';

const task = { status: 'OPEN', department: 'DIST', evidence: 0, onTime: undefined } as const;

describe('what there is to be done with a task', () => {
    it('lets a department prove and hand in its own', () => {
        expect(actsOn(task, ['LIAISON'], 'DIST')).toEqual(['prove']);
        expect(actsOn({ ...task, evidence: 1 }, ['LIAISON'], 'DIST')).toEqual(['prove', 'submit']);
        expect(actsOn({ ...task, evidence: 1 }, ['LIAISON'], 'MKT')).toEqual([]);
    });

    it('lets nobody judge the work of their own department', () => {
        const handedIn = { ...task, status: 'SUBMITTED', evidence: 1 } as const;

        expect(actsOn(handedIn, ['OFFICE'], null)).toEqual(['accept', 'giveBack', 'prove', 'cancel']);
        expect(actsOn(handedIn, ['OFFICE'], 'DIST')).toEqual(['prove', 'cancel']);
    });

    it('moves no day that is over', () => {
        expect(actsOn({ ...task, onTime: false }, ['OFFICE'], null)).not.toContain('postpone');
        expect(actsOn(task, ['LEADER'], null)).toEqual(['supervise']);
        expect(actsOn({ ...task, status: 'CLOSED' }, ['OFFICE'], null)).toEqual([]);
    });
});

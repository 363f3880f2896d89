import { describe, expect, it } from 'vitest';
import type { OfFeedback } from '../api';
import { actsOn, actsOnTask } from './possible';

type Comment = OfFeedback['CommentView'];

/** As long as nothing was answered it may turn out whose else it is, and until when. */
const ARRANGING = ['entrust', 'deadline'];

const task = (status: 'OPEN' | 'DONE' | 'WITHDRAWN', department = 'MKT') =>
    ({ department, status, role: 'LEAD' }) as OfFeedback['CommentTaskView'];
const comment = (status: Comment['status'], kind: Comment['kind'], ...tasks: OfFeedback['CommentTaskView'][]) =>
    ({ status, kind, tasks }) as Comment;

describe('what can be done about a comment', () => {
    it('is reminding while tasks are open, and replying when all are done', () => {
        expect(actsOn(comment('REGISTERED', 'COMMENT', task('OPEN'), task('DONE')), ['OFFICE'])).toEqual([
            'remind',
            ...ARRANGING,
        ]);
        expect(actsOn(comment('REGISTERED', 'COMMENT', task('DONE')), ['OFFICE'])).toEqual(['reply', ...ARRANGING]);
        expect(actsOn(comment('ANSWERED', 'CRITICISM', task('DONE')), ['OFFICE'])).toEqual(['acknowledge']);
        expect(actsOn(comment('CLOSED', 'COMMENT'), ['OFFICE'])).toEqual([]);
    });

    it('of an endorsement is closing it, without a reply', () => {
        expect(actsOn(comment('REGISTERED', 'ENDORSEMENT'), ['OFFICE'])).toEqual([
            'reply',
            'acknowledge',
            ...ARRANGING,
        ]);
    });

    it('is not closing it while somebody is at work on its case', () => {
        const answered = comment('ANSWERED', 'CRITICISM', task('DONE'));
        const unsettled = { unsettled: true } as OfFeedback['CommentCaseView'];
        expect(actsOn({ ...answered, followedBy: unsettled }, ['OFFICE'])).toEqual([]);
        expect(actsOn({ ...answered, followedBy: { ...unsettled, unsettled: false } }, ['OFFICE'])).toEqual([
            'acknowledge',
        ]);
    });

    it('is giving the lead to another department where there is one', () => {
        const led = { ...comment('REGISTERED', 'COMMENT', task('DONE')), leadDepartment: 'MKT' };
        expect(actsOn(led, ['OFFICE'])).toEqual(['reply', 'entrust', 'lead', 'deadline']);
        expect(actsOn({ ...led, status: 'ANSWERED' }, ['OFFICE'])).toEqual(['acknowledge']);
    });

    it('is nothing for who only reads', () => {
        expect(actsOn(comment('REGISTERED', 'COMMENT', task('DONE')), ['LEADER'])).toEqual([]);
    });
});

describe('what can be done about a task', () => {
    it('is completing it, by its own liaison or the office', () => {
        expect(actsOnTask(task('OPEN'), 'REGISTERED', ['LIAISON'], 'MKT')).toEqual(['complete']);
        expect(actsOnTask(task('OPEN'), 'REGISTERED', ['LIAISON'], 'DIST')).toEqual([]);
        expect(actsOnTask(task('OPEN'), 'REGISTERED', ['OFFICE'], null)).toEqual(['complete']);
    });

    it('is giving it back, by the office, until the comment is answered', () => {
        expect(actsOnTask(task('DONE'), 'REGISTERED', ['OFFICE'], null)).toEqual(['giveBack']);
        expect(actsOnTask(task('DONE'), 'REGISTERED', ['LIAISON'], 'MKT')).toEqual([]);
        expect(actsOnTask(task('DONE'), 'ANSWERED', ['OFFICE'], null)).toEqual([]);
        expect(actsOnTask(task('WITHDRAWN'), 'REGISTERED', ['OFFICE'], null)).toEqual([]);
    });
});

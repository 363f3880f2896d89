import { describe, expect, it } from 'vitest';
import { actsOn } from './acts';

const authors = ['li'];

describe('what can be done about an issue', () => {
    it('is submitted or discarded by the office while it is a draft', () => {
        expect(actsOn({ status: 'DRAFT', authors }, true, false, 'li')).toEqual(['submit', 'discard']);
        expect(actsOn({ status: 'DRAFT', authors }, false, true, 'wang')).toEqual([]);
    });

    it('is approved by a leader who has not written in it', () => {
        expect(actsOn({ status: 'SUBMITTED', authors }, false, true, 'wang')).toEqual(['publish', 'giveBack']);
        expect(actsOn({ status: 'SUBMITTED', authors }, true, true, 'li')).toEqual(['giveBack']);
        expect(actsOn({ status: 'SUBMITTED', authors }, true, false, 'li')).toEqual([]);
    });

    it('is nothing once it is out', () => {
        expect(actsOn({ status: 'PUBLISHED', authors }, true, true, 'wang')).toEqual([]);
    });
});

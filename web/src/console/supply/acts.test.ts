import { expect, test } from 'vitest';
import { actsOn } from './acts';

const draft = { authors: ['wang'], report: { status: 'DRAFT' as const, onTime: null } };

test('an author does not approve, another may', () => {
    expect(actsOn(draft, 'wang', ['OFFICE'])).toEqual(['write', 'postpone', 'cancel']);
    expect(actsOn(draft, 'li', ['LEADER'])).toEqual(['approve']);
});

test('what is sent waits for the authority', () => {
    expect(actsOn({ authors: [], report: { status: 'SENT', onTime: true } }, 'wang', ['OFFICE'])).toEqual(['receive']);
    expect(actsOn({ authors: [], report: { status: 'ENDORSED', onTime: true } }, 'wang', ['OFFICE'])).toEqual([]);
});

test('a day that is decided is not moved', () => {
    expect(actsOn({ authors: ['wang'], report: { status: 'APPROVED', onTime: false } }, 'wang', ['OFFICE'])).toEqual([
        'send',
        'giveBack',
        'cancel',
    ]);
});

import { expect, it } from 'vitest';
import { given, linesOf } from './lines';
import { instantOf, localNow } from './moment';

it('a time that is entered is one of Shanghai', () => {
    expect(instantOf('2026-11-27T09:30')).toBe('2026-11-27T01:30:00.000Z');
    expect(instantOf('')).toBeUndefined();
    expect(instantOf(localNow(new Date('2026-11-26T18:05:30Z')))).toBe('2026-11-26T18:05:00.000Z');
});

it('lines are taken once, without those that are empty', () => {
    expect(linesOf(' li \n\nwang，li; zhao')).toEqual(['li', 'wang', 'zhao']);
    expect(given('  ')).toBeUndefined();
    expect(given(' a ')).toBe('a');
});

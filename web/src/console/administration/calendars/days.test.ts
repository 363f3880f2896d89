import { expect, it } from 'vitest';
import { choose } from '../../../i18n';
import { date, spanOf } from './days';

it('a span has both of its ends, over the end of a month too', () => {
    expect(spanOf('2027-01-01', '2027-01-01')).toBe(1);
    expect(spanOf('2027-01-30', '2027-02-05')).toBe(7);
});

it('a day is the same wherever the browser is', () => {
    choose('en');

    expect(date('2027-01-09')).toMatch(/Sat.*9/);
});

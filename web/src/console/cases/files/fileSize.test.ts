import { expect, it } from 'vitest';
import { choose } from '../../../i18n';
import { fileSize } from './fileSize';

it('a size is told in the largest unit that fits', () => {
    choose('en');

    expect([0, 999, 1000, 1_234_567, 20_971_520].map(fileSize)).toEqual([
        '0 byte',
        '999 byte',
        '1 kB',
        '1.2 MB',
        '21 MB',
    ]);
});

import { describe, expect, it } from 'vitest';
import { sizeIn } from './size';

describe('the size of a file', () => {
    it('is said in the unit people use for it', () => {
        const sizes = [999, 1000, 20_480, 1_000_000, 20_971_520];

        expect(sizes.map((size) => sizeIn('en', size))).toEqual(['999 byte', '1 kB', '20.5 kB', '1 MB', '21 MB']);
    });
});

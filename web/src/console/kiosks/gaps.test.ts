import { describe, expect, it } from 'vitest';
import { spokenGaps } from './gaps';

describe('missing numbers', () => {
    it('are said one by one, and from one to another', () => {
        expect(
            spokenGaps(
                [
                    { from: 3, to: 3 },
                    { from: 7, to: 12 },
                ],
                5,
            ),
        ).toEqual({ words: ['3', '7–12'], further: 0 });
    });

    it('are counted where there are too many to say', () => {
        const many = [1, 3, 5].map((each) => ({ from: each, to: each }));
        expect(spokenGaps(many, 2)).toEqual({ words: ['1', '3'], further: 1 });
    });
});

import { describe, expect, it } from 'vitest';
import { outcomeOf } from './outcome';

describe('what a sealed document says of the score', () => {
    it('is exact, and told of scores only', () => {
        const content = { score: { score: '98.3012', band: 'GREEN' } };

        expect(outcomeOf({ kind: 'SCORES', content })).toEqual({ score: 98.3012, band: 'GREEN' });
        expect(outcomeOf({ kind: 'RATES', content })).toBeUndefined();
    });

    it('is none where there was none, and where it may not be seen', () => {
        const content = { score: { score: null, band: null } };

        expect(outcomeOf({ kind: 'SCORES', content })).toBeUndefined();
        expect(outcomeOf(null)).toBeUndefined();
    });
});

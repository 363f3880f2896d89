import { describe, expect, it } from 'vitest';
import { hasReached, mayEmbed, mayReach, nextStage } from './stages';

const office = { office: true, liaison: false, department: null };
const liaison = { office: false, liaison: true, department: 'MKT' };

describe('the stages of an element', () => {
    it('come one after the other, and none after the last', () => {
        expect(nextStage('PLANNED')).toBe('EMBEDDED');
        expect(nextStage('EVALUATED')).toBeUndefined();
        expect(hasReached('PRACTISED', 'EMBEDDED')).toBe(true);
        expect(hasReached('PLANNED', 'EMBEDDED')).toBe(false);
    });

    it('are taken by the office and the owner, the last by nobody of the owner', () => {
        expect(mayEmbed('MKT', liaison)).toBe(true);
        expect(mayEmbed('DIST', liaison)).toBe(false);
        expect(mayEmbed(null, office)).toBe(false);
        expect(mayReach('PRACTISED', 'MKT', liaison)).toBe(true);
        expect(mayReach('EVALUATED', 'MKT', liaison)).toBe(false);
        expect(mayReach('EVALUATED', 'MKT', office)).toBe(true);
        expect(mayReach('EVALUATED', 'MKT', { ...office, department: 'MKT' })).toBe(false);
        expect(mayReach(undefined, 'MKT', office)).toBe(false);
    });
});

import { describe, expect, it } from 'vitest';
import { actsOn } from './acts';

const office = { roles: ['OFFICE' as const], department: null };
const liaison = { roles: ['LIAISON' as const], department: 'DIST' };

describe('what there is to be done with a lecture', () => {
    it('goes with its state', () => {
        expect(actsOn({ department: 'DIST', status: 'PLANNED' }, office)).toEqual(['revise', 'cancel', 'open']);
        expect(actsOn({ department: 'DIST', status: 'OPEN' }, office)).toEqual(['revise', 'cancel', 'add', 'hold']);
        expect(actsOn({ department: 'DIST', status: 'HELD' }, office)).toEqual([]);
        expect(actsOn({ department: 'DIST', status: 'CANCELLED' }, office)).toEqual([]);
    });

    it('is for whoever holds it', () => {
        expect(actsOn({ department: 'DIST', status: 'OPEN' }, liaison)).toContain('hold');
        expect(actsOn({ department: 'MKT', status: 'OPEN' }, liaison)).toEqual([]);
        expect(actsOn({ department: 'DIST', status: 'OPEN' }, { roles: ['LEADER'], department: null })).toEqual([]);
    });
});

import { describe, expect, it } from 'vitest';
import { filterOf, queryOf, withFilter } from './filter';

describe('the filter of cases', () => {
    it('is what the address says', () => {
        expect(filterOf({ status: 'ASSIGNED', department: 'MKT', overdue: 'true', view: 'board' })).toEqual({
            status: 'ASSIGNED',
            department: 'MKT',
            overdue: true,
        });
    });

    it('leaves out what nobody could have meant', () => {
        expect(filterOf({ status: 'LOST', side: ['CUSTOMER'], severity: '', overdue: 'maybe' })).toEqual({});
    });

    it('is of a period that begins before it ends', () => {
        expect(filterOf({ openedFrom: '2026-11-01', openedTo: '2026-11-30' })).toEqual({
            openedFrom: '2026-11-01',
            openedTo: '2026-11-30',
        });
        expect(filterOf({ openedFrom: '2026-12-01', openedTo: '2026-11-30' })).toEqual({});
        expect(filterOf({ openedFrom: 'yesterday', openedTo: '2026-02-30T' })).toEqual({});
        expect(filterOf({ openedFrom: '0002-11-01' })).toEqual({});
        expect(queryOf({ openedTo: '2026-11-30', openedFrom: null })).toEqual({ openedTo: '2026-11-30' });
    });

    it('says what the list begins with', () => {
        expect(filterOf({ sort: 'dueAt' })).toEqual({ sort: 'dueAt' });
        expect(filterOf({ sort: 'title' })).toEqual({});
        expect(queryOf({ sort: '-dueAt' })).toEqual({ sort: '-dueAt' });
    });

    it('looks for words, and not for signs alone', () => {
        expect(filterOf({ q: '停电 power' })).toEqual({ q: '停电 power' });
        expect(filterOf({ q: ' ?!，' })).toEqual({});
    });

    it('comes back from a saved view as the address it was saved from', () => {
        const query = {
            status: 'ASSIGNED',
            open: 'true',
            handedOnBy: 'DIST',
            side: 'CUSTOMER',
            overdue: 'true',
            q: '停电',
            sort: 'dueAt',
        };

        expect(queryOf(filterOf(query))).toEqual(query);
        expect(queryOf({ status: null, department: 'MKT', open: false, overdue: false })).toEqual({
            department: 'MKT',
        });
    });

    it('changes one thing at a time', () => {
        expect(withFilter({ status: 'ASSIGNED', side: 'CUSTOMER' }, 'status', '')).toEqual({ side: 'CUSTOMER' });
        expect(withFilter({ side: 'CUSTOMER' }, 'view', 'board')).toEqual({ side: 'CUSTOMER', view: 'board' });
    });
});

import { describe, expect, it } from 'vitest';
import { filterOf, withFilter } from './filter';

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

    it('changes one thing at a time', () => {
        expect(withFilter({ status: 'ASSIGNED', side: 'CUSTOMER' }, 'status', '')).toEqual({ side: 'CUSTOMER' });
        expect(withFilter({ side: 'CUSTOMER' }, 'view', 'board')).toEqual({ side: 'CUSTOMER', view: 'board' });
    });
});

import { describe, expect, it } from 'vitest';
import { asContact, given, mayReach } from './contact';

const OFFICE = { roles: ['OFFICE' as const], department: null };
const MARKETING = { roles: ['LIAISON' as const], department: 'MKT' };

describe('how a stakeholder is reached', () => {
    it('is written down by the office and by whoever has the case, until it is closed', () => {
        expect(mayReach({ status: 'RESOLVED', department: 'MKT' }, OFFICE)).toBe(true);
        expect(mayReach({ status: 'IN_PROGRESS', department: 'MKT' }, MARKETING)).toBe(true);
        expect(mayReach({ status: 'IN_PROGRESS', department: 'DIST' }, MARKETING)).toBe(false);
        expect(mayReach({ status: 'CLOSED', department: 'MKT' }, OFFICE)).toBe(false);
    });

    it('is written down by nobody for the suggestion box', () => {
        const suggestion = { status: 'RESOLVED' as const, department: 'MKT', source: { type: 'Suggestion' } };

        expect(mayReach(suggestion, OFFICE)).toBe(false);
    });

    it('is filled in from an answer by what that looks like', () => {
        expect(asContact(' 139 0000 4321 ')).toEqual({ phone: '139 0000 4321' });
        expect(asContact('a@example.org')).toEqual({ email: 'a@example.org' });
        expect(asContact('某先生')).toEqual({ name: '某先生' });
    });

    it('is sent without what is empty', () => {
        expect(given({ name: ' 某先生 ', phone: ' ', email: '' })).toEqual({ name: '某先生' });
    });
});

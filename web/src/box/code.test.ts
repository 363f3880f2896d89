import { describe, expect, it } from 'vitest';
import { groupsOf, readCode } from './code';

describe('a receipt code', () => {
    it('is read however it was typed', () => {
        expect(readCode(' 0123-4567-89ab-cdef-ghjk-mnpq ')).toBe('0123456789ABCDEFGHJKMNPQ');
        expect(readCode('o123 4567 89AB CDEF GHJK MNPi')).toBe('0123456789ABCDEFGHJKMNP1');
    });

    it('is none if it is too short, too long or has other signs', () => {
        for (const typed of [
            '',
            '0123-4567',
            '0123456789ABCDEFGHJKMNPQR',
            '0123456789ABCDEFGHJKMNPU',
            '0123456789ABCDEFGHJKMNP中',
        ]) {
            expect(readCode(typed)).toBeUndefined();
        }
    });

    it('is shown in groups', () => {
        expect(groupsOf('0123456789ABCDEFGHJKMNPQ')).toBe('0123-4567-89AB-CDEF-GHJK-MNPQ');
    });
});

import { describe, expect, it, vi } from 'vitest';
import { codeOfAddress, groupsOf, readCode } from './code';

describe('a receipt code', () => {
    it('is read however it was typed', () => {
        expect(readCode(' 0123-4567-89ab-cdef-ghjk-mnpq ')).toBe('0123456789ABCDEFGHJKMNPQ');
        expect(readCode('o123 4567 89AB CDEF GHJK MNPi')).toBe('0123456789ABCDEFGHJKMNP1');
    });

    it('is read as a keyboard for Chinese and a word processor write it', () => {
        const code = '0123456789ABCDEFGHJKMNPQ';
        expect(readCode('０１２３－４５６７－８９ａｂ－ＣＤＥＦ－ＧＨＪＫ－ＭＮＰＱ')).toBe(code);
        expect(readCode('0123–4567—89AB　CDEF\tGHJK MNPQ')).toBe(code);
    });

    it('of an address that was cut off is none, and the page opens', () => {
        vi.stubGlobal('location', { hash: '#0123%E4%B', pathname: '/box' });
        vi.stubGlobal('history', { replaceState: () => undefined });

        expect(codeOfAddress()).toBeUndefined();

        vi.unstubAllGlobals();
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

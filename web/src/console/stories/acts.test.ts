import { describe, expect, it } from 'vitest';
import { actsOn } from './acts';

type Whole = Parameters<typeof actsOn>[0];

const whole = (status: string) => ({ story: { department: 'DIST', status }, authors: ['anna'] }) as unknown as Whole;
const liaison = (department: string) => ({ name: 'anna', roles: ['LIAISON' as const], department });
const office = (name: string) => ({ name, roles: ['OFFICE' as const], department: null });

describe('what there is to be done with a story', () => {
    it('lets nobody read what they wrote', () => {
        expect(actsOn(whole('SUBMITTED'), office('anna'))).toEqual(['withdraw']);
        expect(actsOn(whole('SUBMITTED'), office('bert'))).toEqual(['giveBack', 'publish', 'withdraw']);
    });

    it('lets a department write its own', () => {
        expect(actsOn(whole('DRAFT'), liaison('DIST'))).toEqual(['revise', 'submit']);
        expect(actsOn(whole('DRAFT'), liaison('MKT'))).toEqual([]);
        expect(actsOn(whole('PUBLISHED'), liaison('DIST'))).toEqual([]);
    });

    it('lets the office choose what is published, and leaders take it back', () => {
        expect(actsOn(whole('PUBLISHED'), office('bert'))).toEqual(['choose', 'withdraw']);
        expect(actsOn(whole('PUBLISHED'), { name: 'boss', roles: ['LEADER'], department: null })).toEqual(['withdraw']);
        expect(actsOn(whole('WITHDRAWN'), office('bert'))).toEqual([]);
    });
});

import { describe, expect, it } from 'vitest';
import { actsOn } from './acts';

type Whole = Parameters<typeof actsOn>[0];

const whole = (stage: string, files = 0) =>
    ({ project: { department: 'DIST', stage }, authors: ['anna'], files }) as unknown as Whole;
const liaison = (department: string) => ({ name: 'anna', roles: ['LIAISON' as const], department });
const office = (name: string) => ({ name, roles: ['OFFICE' as const], department: null });

describe('what there is to be done with a project', () => {
    it('lets nobody approve what they wrote', () => {
        expect(actsOn(whole('INITIATED'), office('anna'))).toEqual(['revise', 'attach']);
        expect(actsOn(whole('INITIATED'), office('bert'))).toContain('approve');
        expect(actsOn(whole('INITIATED'), { name: 'boss', roles: ['LEADER'], department: null })).toEqual(['approve']);
    });

    it('lets a department run its own', () => {
        expect(actsOn(whole('RUNNING'), liaison('DIST'))).toEqual(['progress', 'evaluate', 'attach']);
        expect(actsOn(whole('RUNNING'), liaison('MKT'))).toEqual([]);
    });

    it('closes nothing without evidence', () => {
        expect(actsOn(whole('EVALUATED'), office('bert'))).not.toContain('close');
        expect(actsOn(whole('EVALUATED', 1), office('bert'))).toContain('close');
        expect(actsOn(whole('CLOSED', 1), liaison('DIST'))).toEqual(['tell']);
    });
});

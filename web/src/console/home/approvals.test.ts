import { describe, expect, it } from 'vitest';
import { APPROVALS, forSomebodyElse } from './approvals';

const waiting = (key: string, ...madeBy: string[]) => ({ key, label: key, to: '/', madeBy });

describe('what waits for a second person', () => {
    it('leaves out what one has made oneself', () => {
        const page = { items: [waiting('a', 'anna'), waiting('b', 'bert'), waiting('c')], next: 'more' };

        expect(forSomebodyElse(page, 'anna')).toEqual({ items: [waiting('b', 'bert'), waiting('c')], next: 'more' });
    });

    it('has something for each who decides, and nothing for a liaison', () => {
        const kindsOf = (role: 'OFFICE' | 'LEADER' | 'ADMIN' | 'LIAISON') =>
            APPROVALS.filter(({ roles }) => roles.includes(role)).map(({ kind }) => kind);

        expect(kindsOf('LEADER')).toEqual([
            'outcomes',
            'briefings',
            'supply',
            'reports',
            'stories',
            'projects',
            'seals',
        ]);
        expect(kindsOf('OFFICE')).toEqual(['outcomes', 'supply', 'reports', 'stories', 'projects', 'tasks', 'seals']);
        expect(kindsOf('ADMIN')).toEqual(['seals']);
        expect(kindsOf('LIAISON')).toEqual([]);
    });
});

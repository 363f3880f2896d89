import { describe, expect, it } from 'vitest';
import type { Node } from './definition';
import { counted, counting } from './measure';

describe('a measure', () => {
    it.each<Node>([{ fixed: 'HR' }, { fromAnswer: 'department' }, { fromAnswer: '' }, { fromRow: true }])(
        'is the same after its form: %j',
        (department) => {
            const measure = {
                metric: 'csat',
                question: 'q',
                per: 'MATRIX_ROW',
                department,
                scale: { min: 0, max: 10 },
            };
            expect(counted(counting(measure))).toEqual(measure);
        },
    );

    it('is read as the service writes it, with nulls for what it is not', () => {
        const department = { fixed: null, fromAnswer: 'department', fromRow: null };
        expect(counting({ metric: 'csat', question: 'q', department }).by).toBe('fromAnswer');
    });
});

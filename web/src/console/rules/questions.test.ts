import { expect, it } from 'vitest';
import type { Json } from '../../api/survey';
import { questionsOf } from './questions';

it('questions are found in pages and panels, and rows of a matrix by themselves', () => {
    const definition: Json = {
        pages: [
            {
                name: 'first',
                elements: [
                    { type: 'rating', name: 'overall', title: { default: '总体', en: 'Overall' } },
                    { type: 'html', name: 'words', html: 'nothing is asked' },
                    { type: 'panel', name: 'more', elements: [{ type: 'comment', name: 'why' }] },
                ],
            },
            {
                name: 'second',
                elements: [{ type: 'matrix', name: 'departments', rows: [{ value: 'MKT', text: '市场' }, 'FIN'] }],
            },
        ],
    };

    expect(questionsOf(definition)).toEqual([
        { name: 'overall', title: '总体' },
        { name: 'why', title: 'why' },
        { name: 'departments', title: 'departments' },
        { name: 'departments.MKT', title: '市场' },
        { name: 'departments.FIN', title: 'FIN' },
    ]);
});

it('what is no questionnaire has none', () => {
    expect(questionsOf(undefined)).toEqual([]);
    expect(questionsOf('?')).toEqual([]);
});

import { expect, it } from 'vitest';
import type { Json } from '../../api/survey';
import { givenAnswers } from './given';

const DEFINITION: Json = {
    pages: [
        {
            name: 'p1',
            elements: [
                { type: 'rating', name: 'overall', title: { default: '总体满意度', en: 'Overall' } },
                {
                    type: 'checkbox',
                    name: 'ways',
                    title: '联系方式',
                    choices: [{ value: 'hall', text: { default: '营业厅', en: 'Hall' } }, 'phone'],
                },
                {
                    type: 'matrix',
                    name: 'departments',
                    title: '各部门',
                    rows: [{ value: 'DIST', text: '配电部' }],
                    columns: [{ value: 5, text: '很满意' }],
                },
            ],
        },
    ],
};

it('tells answers in the words and the order of the questionnaire', () => {
    const answers = {
        departments: { DIST: 5 },
        'ways-Comment': '微信',
        ways: ['hall', 'phone'],
        overall: 4,
        unknown: true,
    };

    expect(givenAnswers(DEFINITION, answers, 'zh-cn', '补充')).toEqual([
        { key: 'overall', question: '总体满意度', answer: '4' },
        { key: 'ways', question: '联系方式', answer: '营业厅、phone' },
        { key: 'ways-Comment', question: '联系方式 · 补充', answer: '微信' },
        { key: 'departments/DIST', question: '各部门 · 配电部', answer: '很满意' },
        { key: 'unknown', question: 'unknown', answer: 'true' },
    ]);
    expect(
        givenAnswers(DEFINITION, { overall: 4, ways: ['hall'] }, 'en', 'remark').map(({ answer }) => answer),
    ).toEqual(['4', 'Hall']);
});

it('tells what is stored when nobody knows the questionnaire', () => {
    expect(givenAnswers(undefined, { overall: 4 }, 'zh-cn', '补充')).toEqual([
        { key: 'overall', question: 'overall', answer: '4' },
    ]);
});

import { expect, test } from 'vitest';
import { planReportActs } from './planReportActs';

test('two people make a monthly report', () => {
    const draft = { authors: ['wang'], report: { status: 'DRAFT' as const } };

    expect(planReportActs(draft, 'wang', ['OFFICE'])).toEqual(['write']);
    expect(planReportActs(draft, 'li', ['LEADER'])).toEqual(['approve']);
});

test('what is sent stays as it is', () => {
    expect(planReportActs({ authors: [], report: { status: 'APPROVED' } }, 'wang', ['OFFICE'])).toEqual([
        'send',
        'giveBack',
    ]);
    expect(planReportActs({ authors: [], report: { status: 'SENT' } }, 'wang', ['OFFICE', 'LEADER'])).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import type { OfFeedback } from '../api';
import { draftOf, isComplete, requestOf } from './draft';

const rule = {
    name: '低满意度',
    priority: 10,
    stop: true,
    condition: '{overall} <= 2',
    side: 'ENTERPRISE',
    surveyId: null,
    campaignId: null,
    once: 'STATION_DAY',
    opens: { category: 'satisfaction', severity: null, department: 'MKT', title: '低满意度', description: '请回访。' },
} as unknown as OfFeedback['RuleView'];

describe('a rule that is written', () => {
    it('is sent as it was read, with nothing for what is not said', () => {
        expect(requestOf(draftOf(rule))).toEqual({
            name: '低满意度',
            priority: 10,
            stop: true,
            condition: '{overall} <= 2',
            side: 'ENTERPRISE',
            surveyId: undefined,
            campaignId: undefined,
            once: 'STATION_DAY',
            opens: {
                category: 'satisfaction',
                severity: undefined,
                department: 'MKT',
                title: '低满意度',
                description: '请回访。',
            },
        });
    });

    it('is complete once all that it must say is said', () => {
        expect(isComplete(draftOf())).toBe(false);
        expect(isComplete(draftOf(rule))).toBe(true);
        expect(isComplete({ ...draftOf(rule), condition: '  ' })).toBe(false);
    });
});

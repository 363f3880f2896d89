import { describe, expect, it } from 'vitest';
import type { OfKpi } from '../api';
import { addsUp, draftOf, drafted, isChanged, missing, proposalOf, readyOf } from './draft';

const CONTRACT = {
    id: 'c',
    department: 'MKT',
    year: 2026,
    version: 1,
    effectiveFrom: '2026-01-01',
    dimensions: [
        {
            code: 'A',
            name: '增强意识',
            nameEn: null,
            weight: 60,
            indicators: [
                {
                    code: 'a1',
                    name: '甲',
                    explanation: '一句话。',
                    weight: 33.3,
                    base: 40,
                    target: 80,
                    stretch: null,
                    sides: ['EMPLOYEE'],
                },
                { code: 'a2', name: '乙', weight: 66.7, base: 40, target: null, bandLow: 1, bandHigh: 2, sides: [] },
            ],
        },
        { code: 'B', name: '完善管理', weight: 40, indicators: [{ code: 'b1', name: '丙', weight: 100, base: 0 }] },
    ],
    vetoItems: [{ code: 'V', name: '事故', nameEn: null, ceiling: 59, condition: null }],
    bonusItems: [],
    bonusCap: null,
} as unknown as OfKpi['Contract'];

describe('the weights of a contract', () => {
    it('are missed or exceeded to the cent, whatever floating point makes of them', () => {
        expect(missing([33.3, 66.7])).toBe(0);
        expect(missing([0.1, 0.2, 99.6])).toBe(0.1);
        expect(missing([60, 50])).toBe(-10);
        expect(missing([null, 100])).toBe(0);
    });

    it('add up only if all of them do and none is zero', () => {
        const draft = draftOf(CONTRACT);
        expect(addsUp(draft)).toBe(true);

        draft.dimensions[0]!.indicators[0]!.weight = 33.2;
        expect(addsUp(draft)).toBe(false);

        draft.dimensions[0]!.indicators[0]!.weight = 0;
        draft.dimensions[0]!.indicators[1]!.weight = 100;
        expect(addsUp(draft)).toBe(false);
    });
});

const READY = {
    dimensions: [
        {
            code: 'A',
            weight: 50,
            indicators: [
                { code: 'a1', weight: 50 },
                { code: 'a3', name: '新', weight: 20, base: 1, target: 2 },
            ],
        },
        { code: 'C', weight: 50, indicators: [{ code: 'c1', name: '丁', weight: 100 }] },
    ],
} as unknown as OfKpi['TemplateProposal'];

describe('what is measured', () => {
    it('can be taken in from what is ready and is not there yet, whole dimensions too', () => {
        const draft = draftOf(CONTRACT, READY);

        expect(readyOf(READY, 'A', draft).map(({ code }) => code)).toEqual(['a3']);
        expect(draft.dimensions.map(({ code }) => code)).toEqual(['A', 'B', 'C']);
        expect(isChanged(CONTRACT, draft)).toBe(false);

        draft.dimensions[2]!.indicators.push(drafted(readyOf(READY, 'C', draft)[0]!));
        draft.dimensions[2]!.weight = 10;
        draft.dimensions[1]!.weight = 30;

        expect(readyOf(READY, 'C', draft)).toEqual([]);
        expect(addsUp(draft)).toBe(true);
        expect(proposalOf(CONTRACT, draft).dimensions?.[2]).toEqual({
            code: 'C',
            weight: 10,
            indicators: [{ code: 'c1', name: '丁', weight: 100 }],
        });
    });

    it('is left out with its dimension where nothing else is in it', () => {
        const draft = draftOf(CONTRACT);
        draft.dimensions[1]!.indicators = [];

        expect(addsUp(draft)).toBe(false);
        draft.dimensions[0]!.weight = 100;
        expect(addsUp(draft)).toBe(true);
        expect(proposalOf(CONTRACT, draft).dimensions?.map((each) => each?.code)).toEqual(['A']);
    });
});

describe('a new version', () => {
    it('is worth proposing once something has changed', () => {
        const draft = draftOf(CONTRACT);
        expect(isChanged(CONTRACT, draft)).toBe(false);

        draft.dimensions[0]!.weight = 50;

        expect(isChanged(CONTRACT, draft)).toBe(true);
    });

    it('takes over what was not changed, and says nothing of what there is not', () => {
        const draft = draftOf(CONTRACT);
        draft.dimensions[0]!.indicators[0]!.target = 85;

        const proposal = proposalOf(CONTRACT, draft);

        expect(proposal.dimensions?.[0]?.indicators?.[0]).toEqual({
            code: 'a1',
            name: '甲',
            explanation: '一句话。',
            weight: 33.3,
            base: 40,
            target: 85,
            sides: ['EMPLOYEE'],
        });
        expect(proposal.dimensions?.[0]?.indicators?.[1]).not.toHaveProperty('target');
        expect(proposal.vetoItems).toEqual([{ code: 'V', name: '事故', ceiling: 59 }]);
        expect(proposal.bonusCap).toBeUndefined();
        expect(proposal).not.toHaveProperty('id');
    });
});

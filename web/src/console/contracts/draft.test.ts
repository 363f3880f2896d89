import { describe, expect, it } from 'vitest';
import type { OfKpi } from '../api';
import { draftOf, drafted, isChanged, newBonus, newIndicator, newVeto, proposalOf, readyOf, termsOf } from './draft';
import { addsUp } from './weights';

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
        expect(proposalOf(CONTRACT, '2026-07-01', draft).dimensions?.[2]).toEqual({
            code: 'C',
            weight: 10,
            indicators: [{ code: 'c1', name: '丁', sides: [], weight: 100 }],
        });
    });

    it('is left out with its dimension where nothing else is in it', () => {
        const draft = draftOf(CONTRACT);
        draft.dimensions[1]!.indicators = [];

        expect(addsUp(draft)).toBe(false);
        draft.dimensions[0]!.weight = 100;
        expect(addsUp(draft)).toBe(true);
        expect(proposalOf(CONTRACT, '2026-07-01', draft).dimensions?.map((each) => each?.code)).toEqual(['A']);
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

        const proposal = proposalOf(CONTRACT, '2026-07-01', draft);

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
        expect(proposal.effectiveFrom).toBe('2026-07-01');
        expect(proposal).not.toHaveProperty('id');
    });
});

describe('vetoes and bonuses', () => {
    it('are added, changed and left out, conditions too', () => {
        const draft = draftOf(CONTRACT);
        Object.assign(draft.vetoItems[0]!, { indicator: 'a1', below: 30, above: '' });
        draft.vetoItems.push({ ...newVeto(), code: 'W', name: '泄密', ceiling: 0 });
        draft.bonusItems.push({ ...newBonus(), code: 'B', name: '表彰', nameEn: 'Award', points: 2.5 });
        draft.bonusCap = 5;

        const terms = termsOf(draft);

        expect(terms.vetoItems).toEqual([
            { code: 'V', name: '事故', ceiling: 59, condition: { indicator: 'a1', below: 30 } },
            { code: 'W', name: '泄密', ceiling: 0 },
        ]);
        expect(terms.bonusItems).toEqual([{ code: 'B', name: '表彰', nameEn: 'Award', points: 2.5 }]);
        expect(terms.bonusCap).toBe(5);

        draft.vetoItems[0]!.indicator = '';
        draft.bonusItems.pop();

        expect(termsOf(draft).vetoItems?.[0]).not.toHaveProperty('condition');
        expect(termsOf(draft).bonusCap).toBeUndefined();
    });

    it('are read back as they were', () => {
        const draft = draftOf(CONTRACT);
        Object.assign(draft.vetoItems[0]!, { indicator: 'a1', below: 30 });
        draft.bonusItems.push({ ...newBonus(), code: 'B', name: '表彰' });
        draft.bonusCap = 5;
        const terms = termsOf(draft);

        expect(termsOf(draftOf(terms))).toEqual(terms);
    });
});

describe("an indicator of one's own", () => {
    it('is sent with what its way of counting and judging has use for, and nothing else', () => {
        const draft = draftOf(CONTRACT);
        const made = {
            ...newIndicator(),
            code: 'own',
            metric: 'a.b',
            denominatorMetric: 'c.d',
            percentile: 90,
            base: 1,
            target: 2,
            stretch: 3,
            bandLow: 4,
            bandHigh: 5,
            tags: ['城东'],
        };
        const sent = (changes: object) => {
            draft.dimensions[1]!.indicators = [{ ...made, ...changes }];
            return Object.keys(termsOf(draft).dimensions?.[1]?.indicators?.[0] ?? {});
        };

        expect(sent({ statistic: 'MEAN' })).not.toContain('denominatorMetric');
        expect(sent({ statistic: 'MEAN' })).toEqual(expect.arrayContaining(['target', 'stretch', 'tags']));
        expect(sent({ statistic: 'RATE' })).toContain('denominatorMetric');
        expect(sent({ statistic: 'PERCENTILE' })).toContain('percentile');
        expect(sent({ statistic: 'PERCENTILE' })).not.toContain('tags');
        expect(sent({ direction: 'WITHIN' })).toEqual(expect.arrayContaining(['base', 'bandLow', 'bandHigh']));
        expect(sent({ direction: 'WITHIN' })).not.toContain('target');
        expect(sent({ direction: 'LOWER' })).not.toContain('bandLow');
        expect(sent({})).not.toContain('key');
        expect(sent({})).not.toContain('own');
    });
});

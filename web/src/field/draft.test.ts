import { describe, expect, it } from 'vitest';
import { completionOf, draftOf, emptyDraft, emptySlip, isComplete } from './draft';

const AT = '2026-11-26T02:00:00Z';

describe('a report being filled in', () => {
    it('is complete with a satisfaction, and slips that say something', () => {
        const draft = emptyDraft('visit-1', '某公司');
        expect(isComplete(draft)).toBe(false);
        draft.satisfaction = 4;
        expect(isComplete(draft)).toBe(true);
        draft.slips.push({ ...emptySlip(), title: '扩容' });
        expect(isComplete(draft)).toBe(false);
        draft.slips[0]!.description = '新增生产线';
        expect(isComplete(draft)).toBe(true);
    });

    it('of a visit nobody had arranged needs to say where it was', () => {
        const draft = { ...emptyDraft('visit-1', '', ''), satisfaction: 3 };
        expect(isComplete(draft)).toBe(false);
        expect(isComplete({ ...draft, park: 'A', enterpriseName: '某公司' })).toBe(true);
        expect(completionOf({ ...draft, park: 'A', enterpriseName: ' 某公司 ' }, AT).unplanned).toEqual({
            park: 'A',
            enterpriseName: '某公司',
        });
    });

    it('a phone without a name belongs to nobody', () => {
        const draft = { ...emptyDraft('visit-1', '某公司'), satisfaction: 3, contactPhone: '138' };
        expect(isComplete(draft)).toBe(false);
        expect(isComplete({ ...draft, contactName: '王经理' })).toBe(true);
    });

    it('leaves out what was not said', () => {
        const sent = completionOf({ ...emptyDraft('visit-1', '某公司'), satisfaction: 5, note: ' ' }, AT);

        expect(JSON.parse(JSON.stringify(sent))).toEqual({
            visitId: 'visit-1',
            satisfaction: 5,
            slips: [],
            visitedAt: AT,
        });
    });

    it('comes back as it was when it has to be put right', () => {
        const draft = {
            ...emptyDraft('visit-1', '某公司', 'A'),
            satisfaction: 2,
            slips: [
                {
                    title: '扩容',
                    description: '新增生产线',
                    category: 'capacity',
                    department: '',
                    severity: 'HIGH' as const,
                },
            ],
            contactName: '王经理',
            contactPhone: '138',
            note: '雨天',
        };
        const completion = completionOf(draft, AT);

        expect(draftOf({ visitId: 'visit-1', user: 's', enterpriseName: '某公司', savedAt: AT, completion })).toEqual({
            ...draft,
            visitedAt: AT,
        });
        const violations = [{ path: '/visitedAt', code: 'in-the-future', message: '不能晚于现在' }];
        const refusal = { type: 'about:blank', title: '', status: 422, violations };
        const refused = { visitId: 'visit-1', user: 's', enterpriseName: '某公司', savedAt: AT, completion, refusal };
        expect(draftOf(refused).timeRefused).toBe(true);
        expect(completionOf({ ...draft, visitedAt: AT }, '2026-11-27T02:00:00Z').visitedAt).toBe(AT);
    });
});

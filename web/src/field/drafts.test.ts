import { reactive } from 'vue';
import { beforeEach, describe, expect, it } from 'vitest';
import { draftFor, emptySlip } from './draft';
import { draftsOf, forgetDraft, keepDraft } from './drafts';
import { handIn } from './reports';
import { fieldDatabase, type Visit } from './storage';

const AT = '2026-11-27T02:00:00Z';
const VISIT = { id: 'visit-1', enterprise: 'enterprise-1', enterpriseName: '某公司' } as Visit;

beforeEach(async () => {
    const db = await fieldDatabase();
    await Promise.all(Array.from(db.objectStoreNames, (store) => db.clear(store)));
});

describe('what somebody is writing', () => {
    it('is there again as it was, for its writer only', async () => {
        // As a form holds it.
        const draft = reactive({ ...draftFor(VISIT), satisfaction: 2, slips: [{ ...emptySlip(), title: '扩容' }] });

        await keepDraft('surveyor-1', draft);
        draft.slips[0]!.description = '新增生产线';
        await keepDraft('surveyor-1', draft);

        expect(await draftsOf('surveyor-1')).toEqual([{ ...draft }]);
        expect(await draftsOf('surveyor-2')).toEqual([]);
    });

    it('is no draft any more once it was handed in, or dropped', async () => {
        const [one, other] = [draftFor(VISIT), draftFor({ ...VISIT, id: 'visit-2' })];
        await keepDraft('surveyor-1', one);
        await keepDraft('surveyor-1', other);

        const completion = { visitId: one.visitId, satisfaction: 5 };
        await handIn({ ...one, user: 'surveyor-1', enterprise: 'enterprise-1', savedAt: AT, completion });
        await forgetDraft(other.visitId);

        expect(await draftsOf('surveyor-1')).toEqual([]);
    });
});

import { describe, expect, it } from 'vitest';
import { loadDraft, saveDraft } from '../respond/drafts';
import { database, type Enrolled } from '../storage/database';
import { aResponse } from '../testing/responses';
import { countWaiting, handIn, handInAtKiosk, isWaiting, lastOutcome, oldest, receiptsOf, settle } from './outbox';

const KIOSK: Enrolled = {
    key: 'this',
    deviceId: 'device-1',
    deviceToken: 'secret',
    name: '一号体验点',
    campaignId: 'campaign-1',
    station: null,
    link: 'link-1',
    lastSequence: 0,
};

describe('handing in', () => {
    it('puts the response in the place of its draft', async () => {
        const response = aResponse();
        await saveDraft({ link: response.link, version: 1, answers: response.answers, page: 0, startedAt: '' });

        await handIn(response);

        expect(await loadDraft(response.link, 1)).toBeUndefined();
        expect(await isWaiting(response.link)).toBe(true);
        expect((await oldest(10)).map(({ submission }) => submission)).toEqual([response]);
    });

    it('tells the last outcome of a link', async () => {
        const [first, second] = [aResponse(), aResponse()];
        await handIn(first);
        await settle(await oldest(10), [{ responseId: first.responseId, status: 201, receipt: 'a' }]);
        await new Promise((later) => setTimeout(later, 2));
        await handIn(second);
        await settle(await oldest(10), [{ responseId: second.responseId, status: 201, receipt: 'b' }]);

        expect((await lastOutcome('link-1'))?.receipt).toBe('b');
        expect(await lastOutcome('link-2')).toBeUndefined();
    });
});

describe('the receipts of a link', () => {
    it('are all of those sent at once, and of its own only, the newest first and no more than asked for', async () => {
        const early = aResponse();
        await handIn(early);
        await settle(await oldest(10), [{ responseId: early.responseId, status: 201, receipt: 'a' }]);
        await new Promise((later) => setTimeout(later, 2));
        const [second, third, refused] = [aResponse(), aResponse(), aResponse()];
        const foreign = aResponse('link-2');
        for (const response of [second, third, refused, foreign]) {
            await handIn(response);
        }
        await settle(await oldest(10), [
            { responseId: second.responseId, status: 201, receipt: 'b' },
            { responseId: third.responseId, status: 201, receipt: 'c' },
            { responseId: refused.responseId, status: 422, problem: { type: '', title: '', status: 422 } },
            { responseId: foreign.responseId, status: 201, receipt: 'd' },
        ]);

        const receipts = (await receiptsOf('link-1', 10)).map(({ receipt }) => receipt);

        expect(receipts.slice(0, 2).sort()).toEqual(['b', 'c']);
        expect(receipts.slice(2)).toEqual(['a']);
        expect(await receiptsOf('link-1', 2)).toHaveLength(2);
        expect(await receiptsOf('link-3', 10)).toEqual([]);
    });
});

describe('handing in at a kiosk', () => {
    it('numbers the responses without a gap, even when they come at once', async () => {
        await (await database()).put('kiosk', KIOSK);

        await Promise.all([1, 2, 3, 4].map(() => handInAtKiosk(aResponse())));

        const devices = (await oldest(10)).map(({ submission }) => submission.device);
        expect(devices).toEqual([1, 2, 3, 4].map((sequence) => ({ id: 'device-1', sequence })));
        expect((await (await database()).get('kiosk', 'this'))?.lastSequence).toBe(4);
    });

    it('spends no number on a response that could not be kept', async () => {
        await (await database()).put('kiosk', KIOSK);
        const unkeepable = aResponse('link-1', { overall: (() => 5) as never });

        await expect(handInAtKiosk(unkeepable)).rejects.toThrow();
        await handInAtKiosk(aResponse());

        expect((await oldest(10)).map(({ submission }) => submission.device?.sequence)).toEqual([1]);
    });

    it('keeps nothing of a visitor whose response was taken', async () => {
        await (await database()).put('kiosk', KIOSK);
        await handInAtKiosk(aResponse());
        const waiting = await oldest(10);

        await settle(waiting, [{ responseId: waiting[0]!.submission.responseId, status: 201, receipt: 'a' }]);

        expect(await countWaiting()).toBe(0);
        expect(await lastOutcome('link-1')).toBeUndefined();
    });
});

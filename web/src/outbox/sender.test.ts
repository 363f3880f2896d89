import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NoAnswer, Refused } from '../api/problem';
import type { BatchResult, Submission } from '../api/survey';
import { accepted, aResponse, refused } from '../testing/responses';
import { boxOfResponses, countWaiting, handIn, outcomeOf } from './outbox';
import { Sender } from './sender';

const NOW = Date.parse('2026-11-22T09:00:00Z');

/** Answers as told, one after the other, then accepts everything; remembers what it was sent. */
function service(...answers: ((responses: Submission[]) => BatchResult[])[]) {
    const batches: Submission[][] = [];
    const post = async (responses: Submission[]) => {
        batches.push(responses);
        return (answers.shift() ?? ((all) => all.map(accepted)))(responses);
    };
    return { batches, sender: new Sender(boxOfResponses(post), () => undefined) };
}

function unreachable(retryAfterMillis?: number): () => never {
    return () => {
        throw new NoAnswer(retryAfterMillis);
    };
}

beforeEach(() => {
    vi.useFakeTimers({ now: NOW, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});

afterEach(() => {
    vi.useRealTimers();
});

describe('sending what waits', () => {
    it('goes in the order it was handed in, with the ids it was handed in with', async () => {
        const responses = [aResponse(), aResponse('link-2'), aResponse()];
        for (const response of responses) {
            await handIn(response);
        }
        const { batches, sender } = service();

        await sender.wake();

        expect(batches).toEqual([responses]);
        expect(await countWaiting()).toBe(0);
        expect((await outcomeOf(responses[2]!.responseId))?.receipt).toBe(accepted(responses[2]!).receipt);
    });

    it('takes along what is handed in while it is sending', async () => {
        await handIn(aResponse());
        const { batches, sender } = service();

        const sending = sender.wake();
        await handIn(aResponse('link-2'));
        await Promise.all([sending, sender.wake()]);

        expect(batches.flat()).toHaveLength(2);
        expect(await countWaiting()).toBe(0);
    });

    it('keeps everything while nobody answers, and sends the same again', async () => {
        const response = aResponse();
        await handIn(response);
        const { batches, sender } = service(unreachable());

        await sender.wake();

        expect(await countWaiting()).toBe(1);
        await vi.advanceTimersByTimeAsync(2_000);
        await sender.wake();
        expect(batches).toEqual([[response], [response]]);
        expect(await countWaiting()).toBe(0);
    });

    it('does not come back before the time the service asked for', async () => {
        await handIn(aResponse());
        const { batches, sender } = service(unreachable(60_000));
        await sender.wake();

        await vi.advanceTimersByTimeAsync(59_000);
        await sender.wake();

        expect(batches).toHaveLength(1);
        await vi.advanceTimersByTimeAsync(4_000);
        await sender.wake();
        expect(batches).toHaveLength(2);
    });

    it('leaves in the box only what the service could not take for now', async () => {
        const [taken, putOff] = [aResponse(), aResponse()];
        await handIn(taken);
        await handIn(putOff);
        const { sender } = service(() => [accepted(taken), refused(putOff, 503)]);

        await sender.wake();

        expect(await countWaiting()).toBe(1);
        expect((await outcomeOf(taken.responseId))?.receipt).toBeDefined();
        expect(await outcomeOf(putOff.responseId)).toBeUndefined();
    });

    it.each([404, 409, 422])('keeps the answers of a response refused with %i, and the reason', async (status) => {
        const response = aResponse();
        await handIn(response);
        const { sender } = service(() => [refused(response, status)]);

        await sender.wake();

        expect(await countWaiting()).toBe(0);
        expect((await outcomeOf(response.responseId))?.refusal).toMatchObject({
            problem: { status },
            submission: response,
        });
    });

    it('does not take silence about a response for an answer', async () => {
        await handIn(aResponse());
        const { sender } = service(() => []);

        await sender.wake();

        expect(await countWaiting()).toBe(1);
    });

    it('finds the one that spoils a batch for all', async () => {
        const [good, bad, fine] = [aResponse(), aResponse(), aResponse()];
        for (const response of [good, bad, fine]) {
            await handIn(response);
        }
        const spoilt = (responses: Submission[]) => {
            if (responses.some(({ responseId }) => responseId === bad.responseId)) {
                throw new Refused(413, { type: 'about:blank', title: 'too large', status: 413 });
            }
            return responses.map(accepted);
        };
        const { sender } = service(...Array<typeof spoilt>(10).fill(spoilt));

        await sender.wake();

        expect(await countWaiting()).toBe(0);
        expect((await outcomeOf(bad.responseId))?.refusal?.problem.status).toBe(413);
        expect((await outcomeOf(good.responseId))?.receipt).toBeDefined();
        expect((await outcomeOf(fine.responseId))?.receipt).toBeDefined();
    });

    it('loses nothing when something in between refuses everybody', async () => {
        await handIn(aResponse());
        const { sender } = service(() => {
            throw new Refused(403, { type: 'about:blank', title: 'log in to this network', status: 403 });
        });

        await sender.wake();

        expect(await countWaiting()).toBe(1);
    });
});

import type { BatchResult, Submission } from '../api/survey';
import { database, type Outcome, type Waiting } from '../storage/database';
import type { Box } from './sender';

/** The responses that wait on this device. */
export function boxOfResponses(post: (responses: Submission[]) => Promise<BatchResult[]>): Box<Waiting> {
    return {
        lock: 'huisheng-outbox',
        oldest,
        send: async (waiting) => settle(waiting, await post(waiting.map((entry) => entry.submission))),
        refuse: (waiting, { status, problem }) =>
            settle([waiting], [{ responseId: waiting.submission.responseId, status, problem }]),
    };
}

/** Puts a response where no crash can take it, in place of its draft. */
export async function handIn(submission: Submission): Promise<void> {
    const transaction = (await database()).transaction(['drafts', 'outbox'], 'readwrite', { durability: 'strict' });
    await Promise.all([
        transaction.objectStore('outbox').add({ submission }),
        transaction.objectStore('drafts').delete(submission.link),
        transaction.done,
    ]);
}

/** The same on a kiosk: the device's next number is spent in the transaction that keeps the response, so none is skipped. */
export async function handInAtKiosk(submission: Omit<Submission, 'device'>): Promise<void> {
    const transaction = (await database()).transaction(['kiosk', 'outbox'], 'readwrite', { durability: 'strict' });
    const enrolled = await transaction.objectStore('kiosk').get('this');
    if (!enrolled) {
        transaction.abort();
        throw new Error('This device is no kiosk');
    }
    const sequence = enrolled.lastSequence + 1;
    await Promise.all([
        transaction
            .objectStore('outbox')
            .add({ submission: { ...submission, device: { id: enrolled.deviceId, sequence } } }),
        transaction.objectStore('kiosk').put({ ...enrolled, lastSequence: sequence }),
        transaction.done,
    ]);
}

/** In the order they were handed in. */
export async function oldest(limit: number): Promise<Waiting[]> {
    return (await database()).getAll('outbox', null, limit);
}

export async function countWaiting(): Promise<number> {
    return (await database()).count('outbox');
}

export async function isWaiting(link: string): Promise<boolean> {
    return (await (await database()).countFromIndex('outbox', 'link', link)) > 0;
}

export async function lastOutcome(link: string): Promise<Outcome | undefined> {
    const outcomes = await (await database()).getAllFromIndex('outcomes', 'link', link);
    return outcomes.sort((a, b) => a.settledAt.localeCompare(b.settledAt)).at(-1);
}

/** What somebody holds to look up what became of a response. */
export type Receipt = Outcome & { receipt: string };

/** The newest first. */
export async function receiptsOf(link: string, limit: number): Promise<Receipt[]> {
    const outcomes = await (await database()).getAllFromIndex('outcomes', 'link', link);
    return outcomes
        .filter((outcome): outcome is Receipt => outcome.receipt !== undefined)
        .sort((a, b) => b.settledAt.localeCompare(a.settledAt))
        .slice(0, limit);
}

export async function outcomeOf(responseId: string): Promise<Outcome | undefined> {
    return (await database()).get('outcomes', responseId);
}

export async function countRefused(): Promise<number> {
    const outcomes = await (await database()).getAll('outcomes');
    return outcomes.filter((outcome) => outcome.refusal).length;
}

/** A refusal its sender has seen and drops, or takes back into the form. */
export async function forget(responseId: string): Promise<void> {
    await (await database()).delete('outcomes', responseId);
}

/**
 * Takes out of the box what was answered for good, and writes down what was answered.
 *
 * @returns how many stay, to be sent again
 */
export async function settle(sent: Waiting[], results: BatchResult[]): Promise<number> {
    const answers = new Map(results.map((result) => [result.responseId, result]));
    const transaction = (await database()).transaction(['outbox', 'outcomes'], 'readwrite', { durability: 'strict' });
    let stay = 0;
    for (const waiting of sent) {
        const outcome = outcomeFor(waiting.submission, answers.get(waiting.submission.responseId));
        if (!outcome) {
            stay++;
            continue;
        }
        await transaction.objectStore('outbox').delete(waiting.place!);
        // Whoever answered at a kiosk is gone; only what went wrong concerns the office.
        if (outcome.refusal || !waiting.submission.device) {
            await transaction.objectStore('outcomes').put(outcome);
        }
    }
    await transaction.done;
    return stay;
}

function outcomeFor(submission: Submission, result: BatchResult | undefined): Outcome | undefined {
    const outcome = {
        responseId: submission.responseId,
        link: submission.link,
        settledAt: new Date().toISOString(),
    };
    if (result?.receipt) {
        return { ...outcome, receipt: result.receipt };
    }
    if (result?.problem && isFinal(result.status)) {
        return { ...outcome, refusal: { problem: result.problem, submission } };
    }
    return undefined;
}

function isFinal(status: number): boolean {
    return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

import type { OfFeedback } from '../console/api';
import type { Box } from '../outbox/sender';
import { randomUuid } from '../storage/uuid';
import { fieldDatabase, type Completion, type Report } from './storage';

type Result = OfFeedback['CompletionResult'];

/** A report of this visit waits already; it may be on its way, and what was sent is not changed. */
export class AlreadyWaiting extends Error {}

/** Puts a report where no crash can take it. One that was refused is replaced. */
export async function handIn(report: Omit<Report, 'refusal'>): Promise<void> {
    const transaction = (await fieldDatabase()).transaction(['reports', 'drafts'], 'readwrite', {
        durability: 'strict',
    });
    const earlier = await transaction.objectStore('reports').get(report.visitId);
    if (earlier !== undefined && earlier.refusal === undefined) {
        transaction.abort();
        await transaction.done.catch(() => undefined);
        throw new AlreadyWaiting();
    }
    await transaction.objectStore('reports').put(report);
    await transaction.objectStore('drafts').delete(report.visitId);
    await transaction.done;
}

/** The visit is not this surveyor's to report any more, or not a visit any more; that they were there stays true. */
const TAKEN_AWAY = ['foreign-visit', 'illegal-transition', 'not-found'].map((name) => `urn:huisheng:problem:${name}`);

export function canGoByItself({ refusal, enterprise, completion }: Report): boolean {
    return refusal !== undefined && TAKEN_AWAY.includes(refusal.type) && !!enterprise && !completion.unplanned;
}

/** Hands in what was refused as a visit of its own that nobody had arranged. */
export async function goByItself({ refusal: _, ...report }: Report): Promise<void> {
    const visitId = randomUuid();
    const unplanned = { enterprise: report.enterprise };
    const transaction = (await fieldDatabase()).transaction('reports', 'readwrite', { durability: 'strict' });
    await transaction.store.put({ ...report, visitId, completion: { ...report.completion, visitId, unplanned } });
    await transaction.store.delete(report.visitId);
    await transaction.done;
}

/** All of a user's, in the order they were handed in. */
export async function reportsOf(user: string): Promise<Report[]> {
    const all = await (await fieldDatabase()).getAllFromIndex('reports', 'user', user);
    return all.sort((one, other) => one.savedAt.localeCompare(other.savedAt));
}

export async function discard(visitId: string): Promise<void> {
    await (await fieldDatabase()).delete('reports', visitId);
}

/** What waits of one user: nobody sends reports in another's name. */
export function boxOf(user: () => string | null, post: (all: Completion[]) => Promise<Result[]>): Box<Report> {
    return {
        lock: 'huisheng-field',
        oldest: async (limit) => {
            const now = user();
            return now === null ? [] : (await reportsOf(now)).filter(({ refusal }) => !refusal).slice(0, limit);
        },
        send: async (waiting) => settle(waiting, await post(waiting.map(({ completion }) => completion))),
        refuse: (waiting, { status, problem }) =>
            settle([waiting], [{ visitId: waiting.visitId, status, problem } as Result]),
    };
}

/** @returns how many stay, to be sent again */
async function settle(sent: Report[], results: Result[]): Promise<number> {
    const answers = new Map(results.map((result) => [result.visitId, result]));
    const transaction = (await fieldDatabase()).transaction(['reports', 'visits'], 'readwrite', {
        durability: 'strict',
    });
    const visits = transaction.objectStore('visits');
    let stay = 0;
    for (const report of sent) {
        const { status = 0, problem } = answers.get(report.visitId) ?? {};
        if (status !== null && status >= 200 && status < 300) {
            await transaction.objectStore('reports').delete(report.visitId);
            const kept = await visits.get(report.visitId);
            if (kept !== undefined) {
                await visits.put({ ...kept, visit: { ...kept.visit, status: 'COMPLETED' } });
            }
        } else if (problem && isFinal(status ?? 0)) {
            await transaction.objectStore('reports').put({ ...report, refusal: problem as Report['refusal'] });
        } else {
            stay++;
        }
    }
    await transaction.done;
    return stay;
}

function isFinal(status: number): boolean {
    return status >= 400 && status < 500 && status !== 401 && status !== 408 && status !== 429;
}

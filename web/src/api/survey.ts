import { ask as askAt, read, type Request } from './http';
import type { Problem } from './problem';

/** The one place that knows survey-service's interface; its words are those of the contract. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Answers = { [question: string]: Json };

export type LinkState = 'OPEN' | 'NOT_YET_OPEN' | 'CLOSED' | 'FULL' | 'USED';

export interface LinkTarget {
    campaignId: string;
    campaign: string;
    side: string;
    version: number;
    definition: { [key: string]: Json };
    locales: string[];
    anonymous: boolean;
    closesAt: string;
    /** Takes one answer and no more. */
    singleUse?: boolean;
    state: LinkState;
}

export interface Submission {
    responseId: string;
    link: string;
    version: number;
    answers: Answers;
    startedAt: string;
    submittedAt: string;
    locale: string;
    device?: { id: string; sequence: number };
}

export interface BatchResult {
    responseId: string | null;
    status: number;
    receipt?: string;
    problem?: Problem;
}

/** A state may be one that came after this page; since is the first moment of a day. */
export interface CaseStep {
    state: string;
    since: string;
}

export interface PublicCase extends CaseStep {
    steps: CaseStep[];
}

export interface Echo {
    receipt: string;
    state: 'RECEIVED' | 'WITHDRAWN';
    receivedAt: string;
    cases: PublicCase[];
}

export interface KioskAssignment {
    deviceId: string;
    name: string;
    campaignId: string;
    station: string | null;
    link: string;
}

export interface KioskEnrolment extends KioskAssignment {
    deviceToken: string;
}

const BASE = '/api/survey/v1';

export async function getLink(token: string, timeoutMillis: number): Promise<LinkTarget> {
    return read(await ask(`/links/${encodeURIComponent(token)}`, { timeoutMillis }));
}

export async function getReceipt(receipt: string): Promise<Echo> {
    return read(await ask(`/receipts/${encodeURIComponent(receipt)}`, {}));
}

export async function withdraw(receipt: string): Promise<Echo> {
    return read(await ask(`/receipts/${encodeURIComponent(receipt)}/withdrawal`, { method: 'POST' }));
}

export async function postBatch(responses: Submission[]): Promise<BatchResult[]> {
    const answer = await read<{ results: BatchResult[] }>(
        await ask('/responses/batch', { body: { responses }, timeoutMillis: 60_000 }),
    );
    return answer.results;
}

export async function enrolKiosk(code: string, name: string): Promise<KioskEnrolment> {
    return read(await ask('/kiosks/enrolment', { body: { code, name } }));
}

export async function getAssignment(deviceToken: string): Promise<KioskAssignment> {
    return read(await ask('/kiosks/assignment', { deviceToken }));
}

export async function beat(deviceToken: string, queued: number, lastSequence: number): Promise<void> {
    await ask('/kiosks/heartbeat', { body: { queued, lastSequence }, deviceToken });
}

function ask(path: string, request: Request): Promise<Response> {
    return askAt(BASE + path, request);
}

import { NoAnswer, Refused, type Problem } from './problem';

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
/** No service means longer, and timers cannot. */
const LONGEST_WAIT = 24 * 60 * 60 * 1000;
const JSON_TYPE = 'application/json';

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

interface Request {
    method?: 'GET' | 'POST';
    body?: unknown;
    deviceToken?: string;
    timeoutMillis?: number;
}

/** @throws Refused when the service says no for good, NoAnswer when it is worth asking again */
async function ask(path: string, { body, method, deviceToken, timeoutMillis = 20_000 }: Request): Promise<Response> {
    const headers: Record<string, string> = {
        Accept: JSON_TYPE,
        'Accept-Language': document.documentElement.lang || 'zh-CN',
    };
    if (body !== undefined) {
        headers['Content-Type'] = JSON_TYPE;
    }
    if (deviceToken !== undefined) {
        headers['Authorization'] = `Bearer ${deviceToken}`;
    }
    let response: Response;
    try {
        response = await fetch(BASE + path, {
            method: method ?? (body === undefined ? 'GET' : 'POST'),
            headers,
            body: body === undefined ? undefined : JSON.stringify(body),
            signal: AbortSignal.timeout(timeoutMillis),
        });
    } catch {
        throw new NoAnswer();
    }
    if (response.ok) {
        return response;
    }
    if (response.status >= 500 || response.status === 429 || response.status === 408) {
        throw new NoAnswer(retryAfter(response));
    }
    throw new Refused(response.status, await problemOf(response));
}

async function read<T>(response: Response): Promise<T> {
    try {
        return (await response.json()) as T;
    } catch {
        // Cut off on the way, or a login page of some network in between.
        throw new NoAnswer();
    }
}

async function problemOf(response: Response): Promise<Problem> {
    try {
        return (await response.json()) as Problem;
    } catch {
        return { type: 'about:blank', title: response.statusText, status: response.status };
    }
}

function retryAfter(response: Response): number | undefined {
    const header = response.headers.get('Retry-After');
    if (header === null) {
        return undefined;
    }
    const millis = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
    return Number.isFinite(millis) ? Math.min(LONGEST_WAIT, Math.max(0, millis)) : undefined;
}

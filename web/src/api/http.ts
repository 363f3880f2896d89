import { NoAnswer, Refused, type Problem } from './problem';

/** No service means longer, and timers cannot. */
const LONGEST_WAIT = 24 * 60 * 60 * 1000;
const JSON_TYPE = 'application/json';

export interface Request {
    method?: 'GET' | 'POST';
    body?: unknown;
    deviceToken?: string;
    headers?: Record<string, string>;
    timeoutMillis?: number;
}

/** @throws Refused when the service says no for good, NoAnswer when it is worth asking again */
export async function ask(
    path: string,
    { body, method, deviceToken, headers: further, timeoutMillis = 20_000 }: Request,
): Promise<Response> {
    const headers: Record<string, string> = {
        Accept: JSON_TYPE,
        'Accept-Language': document.documentElement.lang || 'zh-CN',
        ...further,
    };
    if (body !== undefined) {
        headers['Content-Type'] = JSON_TYPE;
    }
    if (deviceToken !== undefined) {
        headers['Authorization'] = `Bearer ${deviceToken}`;
    }
    let response: Response;
    try {
        response = await fetch(path, {
            method: method ?? (body === undefined ? 'GET' : 'POST'),
            headers,
            body: body === undefined ? undefined : JSON.stringify(body),
            signal: AbortSignal.timeout(timeoutMillis),
            // Whoever answers is nobody in particular, even in the browser of somebody who is signed in to the console.
            credentials: 'omit',
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

export async function read<T>(response: Response): Promise<T> {
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

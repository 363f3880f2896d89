import createClient, { type Middleware } from 'openapi-fetch';
import { NoAnswer, Refused, type Problem } from '../../api/problem';
import { locale } from '../../i18n';
import { forgetSession, session } from '../session';
import type { Paths } from './schema';

export { NoAnswer, Refused, type Problem } from '../../api/problem';
export type * from './schema';

/** Says 401 of the password that was given, not of the session. */
const PASSWORD = '/api/auth/v1/password';
const READING = ['GET', 'HEAD'];

const asThisUser: Middleware = {
    onRequest({ request }) {
        request.headers.set('Accept-Language', locale.value);
        if (!READING.includes(request.method) && session.value !== null) {
            request.headers.set('X-CSRF-Token', session.value.csrfToken);
        }
        return request;
    },
    onResponse({ request, response }) {
        if (response.status === 401 && session.value !== null && !request.url.endsWith(PASSWORD)) {
            forgetSession();
        }
    },
};

/** All services, as their documents describe them. */
export const api = createClient<Paths>();
api.use(asThisUser);

interface Reply<T> {
    data?: T;
    error?: unknown;
    response: Response;
}

/** An answer with the tag of its version, which a later change says it is about. */
export interface Tagged<T> {
    value: T;
    tag: string;
}

/** @throws Refused with the problem of the service, NoAnswer when nobody answered */
export async function answer<T>(call: Promise<Reply<T>>): Promise<T> {
    return (await tagged(call)).value;
}

/** @throws Refused with the problem of the service, NoAnswer when nobody answered */
export async function tagged<T>(call: Promise<Reply<T>>): Promise<Tagged<T>> {
    let reply: Reply<T>;
    try {
        reply = await call;
    } catch {
        // No connection, or cut off in the middle of the answer.
        throw new NoAnswer();
    }
    if (!reply.response.ok) {
        throw new Refused(reply.response.status, problemOf(reply));
    }
    return { value: reply.data as T, tag: reply.response.headers.get('ETag') ?? '' };
}

function problemOf({ error, response }: Reply<unknown>): Problem {
    const told = error as Partial<Problem> | null | undefined;
    return typeof told === 'object' && typeof told?.title === 'string'
        ? { type: 'about:blank', status: response.status, ...told, title: told.title }
        : { type: 'about:blank', title: '', status: response.status };
}

/** The last word of the problem's type, by which it can be recognised. */
export function codeOf(failure: unknown): string | undefined {
    return failure instanceof Refused ? failure.problem.type.split(':').at(-1) : undefined;
}

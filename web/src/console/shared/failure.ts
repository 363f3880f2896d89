import { NoAnswer, Refused } from '../api';
import { sharedTexts } from './texts';

export interface Told {
    title: string;
    detail?: string;
    /** What is wrong where in what was sent. */
    violations: { path: string; message: string }[];
    /** Whether the same again may succeed. */
    worthRetrying: boolean;
    /** Somebody else was faster, and what is shown is not what is. */
    outdated: boolean;
}

const OUTDATED = ['outdated', 'lost-update'];

/** In the user's language: the services say it, and what they have not said we do. */
export function told(failure: unknown): Told {
    const t = sharedTexts.value.failure;
    if (failure instanceof Refused) {
        const { problem, status } = failure;
        return {
            title: problem.title || t.status(status),
            detail: problem.detail,
            violations: problem.violations ?? [],
            worthRetrying: status >= 500 || status === 429,
            outdated: OUTDATED.includes(problem.type.split(':').at(-1) ?? ''),
        };
    }
    const title = failure instanceof NoAnswer ? t.noAnswer : t.unexpected;
    return { title, violations: [], worthRetrying: true, outdated: false };
}

/** Sends something. If somebody else was faster, what was made of it is read again before the failure goes on to whoever shows it. */
export async function renewing(renew: () => unknown, send: () => Promise<unknown>): Promise<void> {
    try {
        await send();
    } catch (failure) {
        if (told(failure).outdated) {
            await renew();
        }
        throw failure;
    }
}

import { Refused } from '../api';

/** There is none yet, which is nobody's fault. */
export function isMissing(failure: unknown): boolean {
    return failure instanceof Refused && failure.status === 404;
}

import { NoAnswer, Refused } from '../api/problem';
import { getLink, type LinkTarget } from '../api/survey';
import { database } from '../storage/database';

const PATIENCE_WITHOUT_A_COPY = 20_000;
const PATIENCE_WITH_A_COPY = 4_000;

export type Opened = { kind: 'found'; target: LinkTarget } | { kind: 'unknown' } | { kind: 'unreachable' };

/** What a link leads to: as the service says, or as it said last when it cannot be asked. */
export async function openLink(token: string): Promise<Opened> {
    const db = await database();
    const kept = await db.get('links', token);
    try {
        const target = await getLink(token, kept ? PATIENCE_WITH_A_COPY : PATIENCE_WITHOUT_A_COPY);
        await db.put('links', { token, target });
        return { kind: 'found', target };
    } catch (failure) {
        if (failure instanceof Refused) {
            await db.delete('links', token);
            return { kind: 'unknown' };
        }
        if (!(failure instanceof NoAnswer)) {
            throw failure;
        }
        return kept ? { kind: 'found', target: asOfNow(kept.target, Date.now()) } : { kind: 'unreachable' };
    }
}

/** A copy does not notice that its time has passed. */
function asOfNow(target: LinkTarget, now: number): LinkTarget {
    return target.state === 'OPEN' && Date.parse(target.closesAt) <= now ? { ...target, state: 'CLOSED' } : target;
}

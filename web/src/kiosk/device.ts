import { beat, enrolKiosk, getAssignment, type KioskAssignment } from '../api/survey';
import { database, type Enrolled } from '../storage/database';

export async function thisDevice(): Promise<Enrolled | undefined> {
    return (await database()).get('kiosk', 'this');
}

/** @throws Refused when the code is no good, NoAnswer when nobody could be asked */
export async function enrol(code: string, name: string): Promise<Enrolled> {
    const enrolled: Enrolled = { ...(await enrolKiosk(code, name)), key: 'this', lastSequence: 0 };
    await (await database()).put('kiosk', enrolled);
    // Lest the browser clears away what waits when it needs room.
    await navigator.storage?.persist?.();
    return enrolled;
}

/** Says that the device lives and what it holds, and hears what it is to show. */
export async function reportIn(): Promise<Enrolled> {
    const enrolled = (await thisDevice())!;
    const ours = (await (await database()).getAll('outbox')).filter(
        ({ submission }) => submission.device?.id === enrolled.deviceId,
    );
    await beat(enrolled.deviceToken, ours.length, enrolled.lastSequence);
    return assign(await getAssignment(enrolled.deviceToken));
}

/** Its number of the last response may have moved on meanwhile, so it is read again in the same transaction. */
async function assign(assignment: KioskAssignment): Promise<Enrolled> {
    const transaction = (await database()).transaction('kiosk', 'readwrite');
    const enrolled = { ...(await transaction.store.get('this'))!, ...assignment };
    await transaction.store.put(enrolled);
    await transaction.done;
    return enrolled;
}

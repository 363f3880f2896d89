const OFFSET = '+08:00';

/** What a field for day and time holds, as the services want it: the time of the business, wherever the browser is. */
export function instantOf(local: string): string | undefined {
    return local === '' ? undefined : new Date(`${local}:00${OFFSET}`).toISOString();
}

/** For such a field, now. */
export function localNow(now = new Date()): string {
    return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
}

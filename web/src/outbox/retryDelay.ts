const FIRST = 2_000;
const LONGEST = 5 * 60_000;

/**
 * Longer after each failure, never before the time the service asked for, and spread out so that a hall full of phones
 * does not come back in the same second.
 *
 * @param random from 0 to 1
 */
export function retryDelay(failures: number, retryAfterMillis: number | undefined, random: number): number {
    const backOff = Math.min(LONGEST, FIRST * 2 ** Math.min(failures - 1, 20));
    const spread = backOff * (0.5 + random / 2);
    return retryAfterMillis === undefined ? spread : Math.max(spread, retryAfterMillis + random * FIRST);
}

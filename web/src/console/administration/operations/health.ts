import { NoAnswer } from '../../api';

export interface Health {
    /** Of what is asked, by its name, whether it is ready. */
    parts: { name: string; up: boolean }[];
}

interface Check {
    name: string;
    status: string;
    data?: Record<string, unknown>;
}

/**
 * What the gateway says of itself and of the services behind it. It is no part of the described interface; that something is
 * down it says by 503, with the same body.
 *
 * @throws NoAnswer if not even the gateway answers
 */
export async function health(): Promise<Health> {
    const [ready, well] = await Promise.all([checks('/q/health/ready'), checks('/q/health/well')]);
    return { parts: partsOf(ready, well) };
}

export function partsOf(ready: Check[], well: Check[]): Health['parts'] {
    const services = well.flatMap(({ data = {} }) => Object.entries(data));
    return [
        { name: 'gateway', up: ready.every(({ status }) => status === 'UP') },
        ...services.map(([name, status]) => ({ name, up: status === 'UP' })),
    ];
}

async function checks(path: string): Promise<Check[]> {
    try {
        const response = await fetch(path, { headers: { Accept: 'application/json' } });
        return ((await response.json()) as { checks: Check[] }).checks;
    } catch {
        throw new NoAnswer();
    }
}

import { NoAnswer, Refused, type Problem } from '../api';
import { locale } from '../../i18n';

/**
 * Fetches what is only had by its media type, which a plain link cannot ask for, and lets the browser save it.
 *
 * @throws Refused with the problem of the service, NoAnswer when nobody answered
 */
export async function download(path: string, mediaType: string, name: string): Promise<void> {
    const response = await fetch(path, { headers: { Accept: mediaType, 'Accept-Language': locale.value } }).catch(
        () => {
            throw new NoAnswer();
        },
    );
    if (!response.ok) {
        throw new Refused(response.status, await problemOf(response));
    }
    keep(await response.blob(), name);
}

/** Lets the browser save what was made here. */
export function keep(file: Blob, name: string): void {
    const address = URL.createObjectURL(file);
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // Not before the browser has begun to read it.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function problemOf(response: Response): Promise<Problem> {
    const nothing = { type: 'about:blank', title: '', status: response.status };
    return { ...nothing, ...((await response.json().catch(() => ({}))) as Partial<Problem>) };
}

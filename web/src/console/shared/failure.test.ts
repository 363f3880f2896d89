import { describe, expect, it } from 'vitest';
import { NoAnswer, Refused } from '../api';
import { renewing } from './failure';

/** @returns how often what was made of it was read again */
async function readAgainAfter(failure: unknown): Promise<number> {
    let read = 0;
    await expect(
        renewing(
            () => read++,
            () => Promise.reject(failure),
        ),
    ).rejects.toBe(failure);
    return read;
}

describe('something that is sent', () => {
    it('is read again where somebody else was faster, and the failure is still shown', async () => {
        const refused = (type: string) => new Refused(412, { type, title: 'x', status: 412 });

        expect(await readAgainAfter(refused('urn:huisheng:problem:outdated'))).toBe(1);
        expect(await readAgainAfter(refused('urn:huisheng:problem:lost-update'))).toBe(1);
    });

    it('is not read again for another reason, nor where it went well', async () => {
        expect(await readAgainAfter(new NoAnswer())).toBe(0);
        expect(await readAgainAfter(new Refused(422, { type: 'urn:x:rule', title: 'x', status: 422 }))).toBe(0);

        let read = 0;
        await renewing(
            () => read++,
            () => Promise.resolve('sent'),
        );
        expect(read).toBe(0);
    });
});

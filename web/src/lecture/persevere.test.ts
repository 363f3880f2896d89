import { describe, expect, it } from 'vitest';
import { NoAnswer, Refused } from '../api/problem';
import { persevere } from './persevere';

describe('whoever signs in', () => {
    it('comes again when nobody answered', async () => {
        let asked = 0;

        const answer = await persevere(() => (++asked < 3 ? Promise.reject(new NoAnswer()) : Promise.resolve('in')), 1);

        expect([answer, asked]).toEqual(['in', 3]);
    });

    it('does not ask for ever', async () => {
        let asked = 0;

        await expect(
            persevere(() => {
                asked++;
                return Promise.reject(new NoAnswer(1));
            }, 1),
        ).rejects.toBeInstanceOf(NoAnswer);

        expect(asked).toBe(4);
    });

    it('takes no for an answer', async () => {
        let asked = 0;
        const over = new Refused(409, { type: 'x', title: 'over', status: 409 });

        await expect(
            persevere(() => {
                asked++;
                return Promise.reject(over);
            }, 1),
        ).rejects.toBe(over);

        expect(asked).toBe(1);
    });
});

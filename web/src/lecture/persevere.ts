import { NoAnswer } from '../api/problem';

const TRIES = 4;
const PAUSE = 1500;
const LONGEST_PAUSE = 8000;

function after(millis: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, millis));
}

/** A hall full of people signs in at once, through one wireless network: who is told to wait comes again, a few times. */
export async function persevere<T>(act: () => Promise<T>, pause = PAUSE): Promise<T> {
    for (let attempt = 1; ; attempt++) {
        try {
            return await act();
        } catch (problem) {
            if (!(problem instanceof NoAnswer) || attempt === TRIES) {
                throw problem;
            }
            await after(Math.min(LONGEST_PAUSE, problem.retryAfterMillis ?? pause * attempt));
        }
    }
}

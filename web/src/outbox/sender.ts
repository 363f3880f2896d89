import { NoAnswer, Refused } from '../api/problem';
import { retryDelay } from './retryDelay';

const LARGEST_BATCH = 50;
/** About the batch as such; anything else about the whole comes from something in between and will pass. */
const NOT_ACCEPTED = [400, 413, 422];

/** Where things wait to be sent. */
export interface Box<T> {
    /** Of all tabs the one that has it sends. */
    lock: string;
    oldest(limit: number): Promise<T[]>;
    /** Sends them, and takes out what was answered for good. @returns how many stay, to be sent again */
    send(waiting: T[]): Promise<number>;
    /** The service would not even read a batch of nothing but this one. */
    refuse(waiting: T, failure: Refused): Promise<number>;
}

/** Sends what waits, oldest first, until nothing does. One tab at a time; what is sent twice is still one, by its id. */
export class Sender<T> {
    private running: Promise<void> | undefined;
    private wokenAgain = false;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private failures = 0;
    private notBefore = 0;
    private batch = LARGEST_BATCH;

    constructor(
        private readonly box: Box<T>,
        private readonly changed: () => void,
    ) {}

    /** There may be something to send, or a network again. Completes when that was tried. */
    wake(): Promise<void> {
        if (Date.now() < this.notBefore) {
            return Promise.resolve();
        }
        clearTimeout(this.timer);
        this.wokenAgain = this.running !== undefined;
        this.running ??= this.run().finally(() => (this.running = undefined));
        return this.running;
    }

    private async run(): Promise<void> {
        try {
            do {
                // What was handed in while the last look into the box was under way is not left behind.
                this.wokenAgain = false;
                await alone(this.box.lock, () => this.sendAll());
            } while (this.wokenAgain);
            this.failures = 0;
        } catch (failure) {
            if (!(failure instanceof NoAnswer || failure instanceof Refused)) {
                console.error(failure);
            }
            this.failures++;
            this.tryAgainLater(failure instanceof NoAnswer ? failure.retryAfterMillis : undefined);
        }
    }

    private async sendAll(): Promise<void> {
        for (let waiting = await this.next(); waiting.length > 0; waiting = await this.next()) {
            const stay = await this.send(waiting);
            this.changed();
            if (stay > 0) {
                throw new NoAnswer();
            }
        }
        this.batch = LARGEST_BATCH;
    }

    private next(): Promise<T[]> {
        return this.box.oldest(this.batch);
    }

    private async send(waiting: T[]): Promise<number> {
        try {
            return await this.box.send(waiting);
        } catch (failure) {
            if (!(failure instanceof Refused) || !NOT_ACCEPTED.includes(failure.status)) {
                throw failure;
            }
            if (waiting.length > 1) {
                // One of them spoils it for all; in smaller batches it is found.
                this.batch = Math.ceil(waiting.length / 2);
                return 0;
            }
            return await this.box.refuse(waiting[0]!, failure);
        }
    }

    private tryAgainLater(retryAfterMillis: number | undefined): void {
        const delay = retryDelay(this.failures, retryAfterMillis, Math.random());
        this.notBefore = Date.now() + (retryAfterMillis ?? 0);
        this.timer = setTimeout(() => void this.wake(), delay);
    }
}

async function alone(lock: string, work: () => Promise<void>): Promise<void> {
    // Missing on pages that are not encrypted.
    await ('locks' in navigator ? navigator.locks.request(lock, work) : work());
}

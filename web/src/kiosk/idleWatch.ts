const TICK = 1_000;

/** Notices that a visitor has left: after a quiet while it counts down, and at the end says so. */
export class IdleWatch {
    private timer: ReturnType<typeof setInterval> | undefined;
    private lastTouch = 0;

    /** @param countdown told the seconds left, or undefined while nobody needs to know */
    constructor(
        private readonly quietMillis: number,
        private readonly countdownMillis: number,
        private readonly countdown: (seconds: number | undefined) => void,
        private readonly left: () => void,
    ) {}

    start(): void {
        this.stop();
        this.lastTouch = Date.now();
        this.timer = setInterval(() => this.tick(), TICK);
    }

    touched(): void {
        this.lastTouch = Date.now();
        this.countdown(undefined);
    }

    stop(): void {
        clearInterval(this.timer);
        this.countdown(undefined);
    }

    private tick(): void {
        const end = this.lastTouch + this.quietMillis + this.countdownMillis;
        const remaining = end - Date.now();
        if (remaining <= 0) {
            this.stop();
            this.left();
        } else {
            this.countdown(remaining <= this.countdownMillis ? Math.ceil(remaining / 1000) : undefined);
        }
    }
}

export interface Violation {
    /** JSON pointer into what was sent. */
    path: string;
    code: string;
    message: string;
}

/** RFC 9457, as all services send it. */
export interface Problem {
    type: string;
    title: string;
    status: number;
    detail?: string;
    violations?: Violation[];
}

/** Refused for good: asking again would change nothing. */
export class Refused extends Error {
    constructor(
        readonly status: number,
        readonly problem: Problem,
    ) {
        super(problem.title);
    }
}

/** Nobody answered, or nobody could: worth another try, though not before the time asked for. */
export class NoAnswer extends Error {
    constructor(readonly retryAfterMillis?: number) {
        super('no answer');
    }
}

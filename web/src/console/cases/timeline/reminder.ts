import type { OfFeedback } from '../../api';

export interface Reminder {
    clock: OfFeedback['ClockKind'];
    to: OfFeedback['Recipient'];
    dueAt: string;
}

const FORM = /^(FIRST_RESPONSE|RESOLUTION|CONFIRMATION) \d+ → (LIAISON|OFFICE|LEADER), (\S+)$/;

/** What the clock wrote when it told somebody: which limit, the rung of the ladder, whom, and by when it was due. */
export function parseReminder(note: string): Reminder | undefined {
    const [, clock, to, dueAt] = FORM.exec(note) ?? [];
    return dueAt === undefined || Number.isNaN(Date.parse(dueAt))
        ? undefined
        : { clock: clock as Reminder['clock'], to: to as Reminder['to'], dueAt };
}

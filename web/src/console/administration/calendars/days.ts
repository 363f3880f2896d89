import { locale } from '../../../i18n';

const DAY = 86_400_000;

/** A date without a time, with its day of the week: whether a make-up day is a Saturday is what people look for. */
export function date(iso: string): string {
    return new Intl.DateTimeFormat(locale.value, {
        timeZone: 'UTC',
        month: 'short',
        day: 'numeric',
        weekday: 'short',
    }).format(new Date(`${iso}T00:00:00Z`));
}

/** How many days there are from the one to the other, both included. */
export function spanOf(from: string, to: string): number {
    return Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;
}

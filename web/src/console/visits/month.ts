/** A day of a month, as the services write it. */
export interface CalendarDay<T> {
    date: string;
    /** 1 is Monday. */
    weekday: number;
    items: T[];
}

/** All days of a month, each with what is on it. */
export function daysOf<T>(month: string, items: T[], dayOf: (item: T) => string | null | undefined): CalendarDay<T>[] {
    const [year, number] = month.split('-').map(Number) as [number, number];
    const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
    return Array.from({ length: last }, (_, index) => {
        const date = `${month}-${String(index + 1).padStart(2, '0')}`;
        const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
        return { date, weekday, items: items.filter((item) => dayOf(item) === date) };
    });
}

export function monthBefore(month: string, by = 1): string {
    const [year, number] = month.split('-').map(Number) as [number, number];
    return new Date(Date.UTC(year, number - 1 - by, 1)).toISOString().slice(0, 7);
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The month an address names; the present one if it names none. */
export function monthFrom(given: unknown, present: string): string {
    return typeof given === 'string' && MONTH.test(given) ? given : present;
}

import { locale } from '../../i18n';
import { sharedTexts } from './texts';

/** Where the business is, wherever the browser is. */
const ZONE = 'Asia/Shanghai';

export function number(value: number | null | undefined, digits = 1): string {
    return value === null || value === undefined
        ? sharedTexts.value.unknown
        : new Intl.NumberFormat(locale.value, { maximumFractionDigits: digits }).format(value);
}

export function percent(value: number | null | undefined): string {
    return value === null || value === undefined ? sharedTexts.value.unknown : `${number(value)}%`;
}

export function time(instant: string | null | undefined): string {
    return format(instant, { dateStyle: 'medium', timeStyle: 'short' });
}

/** For where room is scarce: two digits, and the year only if it is another one. */
export function shortTime(instant: string | null | undefined): string {
    const thisYear = typeof instant === 'string' && yearOf(new Date(instant)) === yearOf(new Date());
    return format(instant, {
        year: thisYear ? undefined : 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        hour12: false,
    });
}

export function day(instant: string | null | undefined): string {
    return format(instant, { dateStyle: 'medium' });
}

/** How long a working time is, roughly. */
export function duration(minutes: number): string {
    const hours = Math.abs(minutes) / 60;
    const unit = hours < 1 ? 'minute' : hours < 48 ? 'hour' : 'day';
    const amount = unit === 'minute' ? Math.abs(minutes) : unit === 'hour' ? hours : hours / 24;
    return new Intl.NumberFormat(locale.value, {
        style: 'unit',
        unit,
        unitDisplay: 'long',
        maximumFractionDigits: 0,
    }).format(amount);
}

/** Several words as one text, with the signs of the language between them. */
export function listed(words: string[]): string {
    return new Intl.ListFormat(locale.value, { type: 'conjunction' }).format(words);
}

function format(instant: string | null | undefined, options: Intl.DateTimeFormatOptions): string {
    return instant === null || instant === undefined
        ? sharedTexts.value.unknown
        : new Intl.DateTimeFormat(locale.value, { ...options, timeZone: ZONE }).format(new Date(instant));
}

const YEAR_MONTH = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit' });

/** As the services write it: 2026-11. */
export function monthOf(now: Date): string {
    return YEAR_MONTH.format(now).slice(0, 7);
}

/** As the services write it: 2026-Q4. */
export function quarterOf(now: Date): string {
    const [year, month] = monthOf(now).split('-').map(Number);
    return `${year}-Q${Math.ceil((month ?? 1) / 3)}`;
}

export function yearOf(now: Date): number {
    return Number(monthOf(now).slice(0, 4));
}

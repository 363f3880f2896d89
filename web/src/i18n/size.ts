import type { Locale } from './preferred';

const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;

/** As people speak of files: one digit at most behind the point. */
export function sizeIn(locale: Locale, bytes: number): string {
    let size = bytes;
    let unit = 0;
    while (size >= 1000 && unit < UNITS.length - 1) {
        size /= 1000;
        unit += 1;
    }
    return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: UNITS[unit] ?? 'byte',
        unitDisplay: 'short',
        maximumFractionDigits: 1,
    }).format(size);
}

import { locale } from '../../../i18n';

const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;

/** How large a file is, in the largest unit of which it has at least one. */
export function fileSize(bytes: number): string {
    const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
    return new Intl.NumberFormat(locale.value, {
        style: 'unit',
        unit: UNITS[step],
        unitDisplay: 'short',
        maximumFractionDigits: step === 0 ? 0 : 1,
    }).format(bytes / 1000 ** step);
}

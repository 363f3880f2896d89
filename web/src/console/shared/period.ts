import { computed } from 'vue';
import { locale } from '../../i18n';
import { catalogue } from '../i18n/catalogue';
import { monthOf, yearOf } from './format';

export const periodTexts = catalogue(
    {
        period: '考核期',
        toDate: (year: number) => `${year} 年至今`,
        year: (year: number) => `${year} 全年`,
        quarter: (year: number, quarter: number) => `${year} 年第 ${quarter} 季度`,
        half: (year: number, half: number) => `${year} 年第 ${half} 半年`,
    },
    {
        period: 'Period',
        toDate: (year: number) => `${year} to date`,
        year: (year: number) => `All of ${year}`,
        quarter: (year: number, quarter: number) => `Q${quarter} ${year}`,
        half: (year: number, half: number) => `Half ${half} of ${year}`,
    },
);

const FORM = /^(\d{4})(?:-(YTD|H([12])|Q([1-4])|(\d{2})))?$/;

/** A period in words; what is none of them as it stands. */
export function periodName(text: string): string {
    const [, year, part, half, quarter, month] = FORM.exec(text) ?? [];
    const t = periodTexts.value;
    if (year === undefined) {
        return text;
    }
    if (part === 'YTD') {
        return t.toDate(Number(year));
    }
    if (half !== undefined) {
        return t.half(Number(year), Number(half));
    }
    if (quarter !== undefined) {
        return t.quarter(Number(year), Number(quarter));
    }
    if (month !== undefined) {
        return new Intl.DateTimeFormat(locale.value, { year: 'numeric', month: 'long' }).format(
            new Date(Number(year), Number(month) - 1, 15),
        );
    }
    return t.year(Number(year));
}

export function toDate(now = new Date()): string {
    return `${yearOf(now)}-YTD`;
}

/** Those that have begun: this year to date, its quarters and months, newest first, and the year before. */
export function periodsUpTo(now: Date): string[] {
    const [year, month] = monthOf(now).split('-').map(Number) as [number, number];
    const quarters = Array.from({ length: Math.ceil(month / 3) }, (_, index) => `${year}-Q${index + 1}`).reverse();
    const months = Array.from(
        { length: month },
        (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`,
    ).reverse();
    return [`${year}-YTD`, ...quarters, ...months, String(year - 1)];
}

export function usePeriods() {
    return computed(() => periodsUpTo(new Date()).map((value) => ({ value, label: periodName(value) })));
}

import type { Locale } from '../../../i18n';

/** What the services take at once. */
export const MOST_BYTES = 1_048_576;

/** Endings of files, and what is said of them when they are handed in. */
export type FileTypes = Readonly<Record<string, string>>;

export const TABLES: FileTypes = {
    csv: 'text/csv',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** @property field as the API calls it @property chinese as offices do */
export interface Column {
    readonly field: string;
    readonly chinese: string;
}

export function accepted(types: FileTypes): string {
    return Object.keys(types)
        .map((ending) => `.${ending}`)
        .join(',');
}

/** By the name's end: what browsers say of a CSV depends on which office suite is installed. */
export function typeOf(types: FileTypes, name: string): string | undefined {
    return name.includes('.') ? types[name.split('.').at(-1)!.toLowerCase()] : undefined;
}

export function headerOf({ field, chinese }: Column, language: Locale): string {
    return language === 'en' ? field : chinese;
}

/** With the mark by which Excel knows that it is UTF-8. */
export function emptyTable(columns: readonly Column[], language: Locale): string {
    return `\ufeff${columns.map((column) => headerOf(column, language)).join(',')}\r\n`;
}

import type { Locale } from '../../../i18n';

/** What the service takes at once. */
export const MOST_BYTES = 1_048_576;

/** What the service knows columns by: in the API, and as offices call them. */
export const COLUMNS = [
    { field: 'park', chinese: '园区' },
    { field: 'name', chinese: '企业名称' },
    { field: 'trade', chinese: '行业' },
    { field: 'size', chinese: '规模' },
    { field: 'active', chinese: '在用' },
    { field: 'contact', chinese: '联系人' },
    { field: 'post', chinese: '职务' },
    { field: 'phone', chinese: '电话' },
    { field: 'email', chinese: '邮箱' },
] as const;

const TYPES: Record<string, string> = {
    csv: 'text/csv',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export const ACCEPTED = Object.keys(TYPES)
    .map((ending) => `.${ending}`)
    .join(',');

/** By the name's end: what browsers say of a CSV depends on which office suite is installed. */
export function typeOf(name: string): string | undefined {
    return TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''];
}

export function headerOf({ field, chinese }: (typeof COLUMNS)[number], language: Locale): string {
    return language === 'en' ? field : chinese;
}

/** With the mark by which Excel knows that it is UTF-8. */
export function emptyTable(language: Locale): string {
    return `\ufeff${COLUMNS.map((column) => headerOf(column, language)).join(',')}\r\n`;
}

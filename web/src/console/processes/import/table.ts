import type { Locale } from '../../../i18n';

/** What the service takes at once. */
export const MOST_BYTES = 1_048_576;

/** What the service knows columns by: in the API, and as offices call them. */
export const COLUMNS = [
    { field: 'kind', chinese: '类型' },
    { field: 'process', chinese: '流程代码' },
    { field: 'code', chinese: '代码' },
    { field: 'name', chinese: '名称' },
    { field: 'nameEn', chinese: '英文名称' },
    { field: 'post', chinese: '岗位' },
    { field: 'department', chinese: '归口部门' },
    { field: 'reference', chinese: '依据' },
    { field: 'key', chinese: '关键' },
    { field: 'typical', chinese: '典型业务' },
    { field: 'active', chinese: '在用' },
] as const;

const MODEL = 'application/xml';

const TYPES: Record<string, string> = {
    csv: 'text/csv',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bpmn: MODEL,
    xml: MODEL,
};

export const ACCEPTED = Object.keys(TYPES)
    .map((ending) => `.${ending}`)
    .join(',');

/** By the name's end: what browsers say of a CSV depends on which office suite is installed. */
export function typeOf(name: string): string | undefined {
    return name.includes('.') ? TYPES[name.split('.').at(-1)!.toLowerCase()] : undefined;
}

export function isModel(type: string): boolean {
    return type === MODEL;
}

export function headerOf({ field, chinese }: (typeof COLUMNS)[number], language: Locale): string {
    return language === 'en' ? field : chinese;
}

/** With the mark by which Excel knows that it is UTF-8. */
export function emptyTable(language: Locale): string {
    return `\ufeff${COLUMNS.map((column) => headerOf(column, language)).join(',')}\r\n`;
}

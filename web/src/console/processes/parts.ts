import type { OfFeedback } from '../api';
import { given } from '../shared/lines';

export type Part = 'steps' | 'duties' | 'standards' | 'institutions' | 'performance';
export type FieldKey = 'code' | 'name' | 'nameEn' | 'post' | 'duty' | 'title' | 'reference';
/** A line as it is being written. */
export type LineDraft = Partial<Record<FieldKey, string>>;

export const PARTS: Part[] = ['steps', 'duties', 'standards', 'institutions', 'performance'];

interface PartField {
    key: FieldKey;
    required?: boolean;
    most: number;
}

const PROVISION: PartField[] = [
    { key: 'code', most: 64 },
    { key: 'title', required: true, most: 200 },
    { key: 'reference', most: 500 },
];

/** What a line of each part consists of. */
export const FIELDS: Record<Part, PartField[]> = {
    steps: [
        { key: 'code', required: true, most: 64 },
        { key: 'name', required: true, most: 100 },
        { key: 'nameEn', most: 100 },
        { key: 'post', most: 64 },
    ],
    duties: [
        { key: 'post', most: 64 },
        { key: 'duty', required: true, most: 500 },
    ],
    standards: PROVISION,
    institutions: PROVISION,
    performance: PROVISION,
};

export function draftsOf(process: OfFeedback['ProcessView'], part: Part): LineDraft[] {
    const lines = process[part] as Partial<Record<FieldKey, string | null>>[];
    return lines.map((line) => Object.fromEntries(FIELDS[part].map(({ key }) => [key, line[key] ?? ''])));
}

export function isWhole(part: Part, line: LineDraft): boolean {
    return FIELDS[part].every(({ key, required }) => !required || given(line[key]) !== undefined);
}

/** What is sent: the names, since a process always says them, and the one list that was changed. */
export function changeOf(
    process: OfFeedback['ProcessView'],
    part: Part,
    lines: LineDraft[],
): OfFeedback['ProcessRequest'] {
    const said = lines.map((line) =>
        Object.fromEntries(FIELDS[part].map(({ key }) => [key, given(line[key])]).filter(([, text]) => text)),
    );
    return { name: process.name, nameEn: process.nameEn, [part]: said };
}

/** A line one place further up. */
export function raised<T>(lines: T[], place: number): T[] {
    const before = lines[place - 1];
    const line = lines[place];
    return before === undefined || line === undefined
        ? lines
        : [...lines.slice(0, place - 1), line, before, ...lines.slice(place + 1)];
}

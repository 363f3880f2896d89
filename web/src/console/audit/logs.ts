import { answer, api, type OfKpi } from '../api';

/** Each has a log of its own; they answer alike. */
export const LOGS = ['gateway', 'survey', 'feedback', 'kpi'] as const;
export type Log = (typeof LOGS)[number];

export type Entry = OfKpi['RecordedEntry'];
export type Segment = OfKpi['LogSegment'];

export interface Question {
    from?: string;
    to?: string;
    actor?: string;
    action?: string;
    subject?: string;
}

interface Page extends Question {
    cursor?: string;
    limit?: number;
}

const ENTRIES = {
    gateway: (query: Page) => answer(api.GET('/api/auth/v1/audit/entries', { params: { query } })),
    survey: (query: Page) => answer(api.GET('/api/survey/v1/audit/entries', { params: { query } })),
    feedback: (query: Page) => answer(api.GET('/api/feedback/v1/audit/entries', { params: { query } })),
    kpi: (query: Page) => answer(api.GET('/api/kpi/v1/audit/entries', { params: { query } })),
};

const PIECES = {
    gateway: (cursor: number) =>
        answer(api.GET('/api/auth/v1/audit/log-verification', { params: { query: { cursor } } })),
    survey: (cursor: number) =>
        answer(api.GET('/api/survey/v1/audit/log-verification', { params: { query: { cursor } } })),
    feedback: (cursor: number) =>
        answer(api.GET('/api/feedback/v1/audit/log-verification', { params: { query: { cursor } } })),
    kpi: (cursor: number) => answer(api.GET('/api/kpi/v1/audit/log-verification', { params: { query: { cursor } } })),
};

export function isLog(name: unknown): name is Log {
    return LOGS.some((log) => log === name);
}

export function entriesOf(log: Log, page: Page) {
    return ENTRIES[log](page);
}

export function pieceOf(log: Log, cursor: number): Promise<Segment> {
    return PIECES[log](cursor);
}

/** Where the same list is had as a file. */
export function exportPath(log: Log, question: Question): string {
    const asked = Object.entries(question).filter((entry): entry is [string, string] => Boolean(entry[1]));
    const query = new URLSearchParams(asked).toString();
    return `/api/${log === 'gateway' ? 'auth' : log}/v1/audit/entries${query === '' ? '' : `?${query}`}`;
}

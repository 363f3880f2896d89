import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import type { OfFeedback } from '../api';

type Status = OfFeedback['CaseStatus'];

export interface CaseFilter {
    status?: Status;
    /** Only what is not resolved yet. */
    open?: true;
    department?: string;
    /** Who began first and has handed it on. */
    handedOnBy?: string;
    side?: OfFeedback['Side'];
    severity?: OfFeedback['Severity'];
    category?: string;
    overdue?: true;
    /** The first and the last day on which it was opened. */
    openedFrom?: string;
    openedTo?: string;
    /** Words that are in it. */
    q?: string;
    /** What the list begins with; the newest unless said otherwise. */
    sort?: (typeof ORDERS)[number];
}

export const ORDERS = ['openedAt', 'dueAt', '-dueAt'] as const;

const NAMES = [
    'status',
    'open',
    'department',
    'handedOnBy',
    'side',
    'severity',
    'category',
    'overdue',
    'openedFrom',
    'openedTo',
    'q',
    'sort',
] as const;

export const STATUSES: Status[] = [
    'RECEIVED',
    'ASSIGNED',
    'IN_PROGRESS',
    'WAITING',
    'RESOLVED',
    'DISPUTED',
    'UNREACHABLE',
    'CONFIRMED',
    'CLOSED',
    'MERGED',
];
const SIDES = ['EMPLOYEE', 'GOVERNMENT', 'ENTERPRISE', 'CUSTOMER'] as const;
const SEVERITIES = ['LOW', 'NORMAL', 'HIGH', 'CRITICAL'] as const;

/** The address is the filter, so that it can be sent to somebody and gone back to; what it cannot mean is left out. */
export function filterOf(query: LocationQuery): CaseFilter {
    return {
        status: oneOf(STATUSES, query.status),
        open: query.open === 'true' ? true : undefined,
        department: text(query.department),
        handedOnBy: text(query.handedOnBy),
        side: oneOf(SIDES, query.side),
        severity: oneOf(SEVERITIES, query.severity),
        category: text(query.category),
        overdue: query.overdue === 'true' ? true : undefined,
        ...period(day(query.openedFrom), day(query.openedTo)),
        q: words(query.q),
        sort: oneOf(ORDERS, query.sort),
    };
}

/** As an address has it, where nothing is left empty. */
export function queryOf(filter: { [K in keyof CaseFilter]?: unknown }): Record<string, string> {
    return Object.fromEntries(
        NAMES.flatMap((name) => {
            const value = filter[name];
            return value === undefined || value === null || value === false ? [] : [[name, String(value)]];
        }),
    );
}

/** The address with one thing changed; nothing at all is a filter taken away. */
export function withFilter(query: LocationQuery, name: keyof CaseFilter | 'view', value: string): LocationQueryRaw {
    return { ...query, [name]: value === '' ? undefined : value };
}

/** One that ends before it begins means nothing. */
function period(openedFrom?: string, openedTo?: string): Pick<CaseFilter, 'openedFrom' | 'openedTo'> {
    return openedFrom !== undefined && openedTo !== undefined && openedTo < openedFrom ? {} : { openedFrom, openedTo };
}

/** In the years the service knows of: while somebody is typing, others stand there for a moment. */
function day(asked: unknown): string | undefined {
    const given = text(asked);
    return given !== undefined && /^20\d\d-\d\d-\d\d$/.test(given) && !Number.isNaN(Date.parse(given))
        ? given
        : undefined;
}

function oneOf<T extends string>(known: readonly T[], asked: unknown): T | undefined {
    return known.find((each) => each === asked);
}

/** What has no letter and no digit nothing can be found by. */
function words(asked: unknown): string | undefined {
    const given = text(asked);
    return given !== undefined && /[\p{L}\p{N}]/u.test(given) ? given.slice(0, 200) : undefined;
}

function text(asked: unknown): string | undefined {
    return typeof asked === 'string' && asked !== '' ? asked : undefined;
}

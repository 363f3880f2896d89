import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import type { OfFeedback } from '../api';

type Status = OfFeedback['CaseStatus'];

export interface CaseFilter {
    status?: Status;
    department?: string;
    side?: OfFeedback['Side'];
    severity?: OfFeedback['Severity'];
    category?: string;
    overdue?: true;
}

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
        department: text(query.department),
        side: oneOf(SIDES, query.side),
        severity: oneOf(SEVERITIES, query.severity),
        category: text(query.category),
        overdue: query.overdue === 'true' ? true : undefined,
    };
}

/** The address with one thing changed; nothing at all is a filter taken away. */
export function withFilter(query: LocationQuery, name: keyof CaseFilter | 'view', value: string): LocationQueryRaw {
    return { ...query, [name]: value === '' ? undefined : value };
}

function oneOf<T extends string>(known: readonly T[], asked: unknown): T | undefined {
    return known.find((each) => each === asked);
}

function text(asked: unknown): string | undefined {
    return typeof asked === 'string' && asked !== '' ? asked : undefined;
}

import type { OfFeedback } from '../../api';
import type { Role } from '../../session';

export const STEPS = [
    'assignment',
    'start',
    'resolution',
    'resumption',
    'confirmation',
    'dispute',
    'closure',
    'contact-attempts',
    'confirmation-requests',
    'waiting',
    'transfer',
    'unreachable',
    'overrides',
    'notes',
    'severity',
    'category',
    'clock-recomputation',
] as const;
export type Step = (typeof STEPS)[number];

type Status = OfFeedback['CaseStatus'];
type Matter = Pick<OfFeedback['CaseView'], 'status' | 'department' | 'firstReceiver' | 'coLeads'> &
    Partial<Pick<OfFeedback['CaseView'], 'source'>>;

/** Who put a suggestion into the box is known to nobody, so nobody can have asked them. */
const ASKS_SOMEBODY: readonly Step[] = ['confirmation', 'dispute', 'contact-attempts', 'confirmation-requests'];

export function isFromBox(matter: { source?: { type?: string | null } | null }): boolean {
    return matter.source?.type === 'Suggestion';
}

/** Opened from the answers somebody gave. */
export function isFromRule(matter: { source?: { type?: string | null } | null }): boolean {
    return matter.source?.type === 'Rule';
}

export interface Person {
    roles: readonly Role[];
    department: string | null;
}

const WHEN: Record<Step, readonly Status[] | 'UNTIL_CLOSED'> = {
    assignment: ['RECEIVED', 'ASSIGNED'],
    start: ['ASSIGNED', 'DISPUTED'],
    resolution: ['IN_PROGRESS'],
    resumption: ['WAITING'],
    confirmation: ['RESOLVED', 'UNREACHABLE'],
    dispute: ['RESOLVED', 'UNREACHABLE'],
    closure: ['CONFIRMED', 'UNREACHABLE'],
    'contact-attempts': ['RESOLVED', 'UNREACHABLE'],
    'confirmation-requests': ['RESOLVED', 'UNREACHABLE'],
    waiting: ['IN_PROGRESS'],
    transfer: ['IN_PROGRESS'],
    unreachable: ['RESOLVED'],
    overrides: ['RESOLVED', 'UNREACHABLE'],
    notes: 'UNTIL_CLOSED',
    severity: 'UNTIL_CLOSED',
    category: 'UNTIL_CLOSED',
    'clock-recomputation': 'UNTIL_CLOSED',
};

/** What the service would let somebody do now, those that lead on first. It decides; this is for not offering in vain. */
export function possibleSteps(matter: Matter, who: Person): Step[] {
    return STEPS.filter(
        (step) =>
            isTheTime(step, matter.status) &&
            isFor(step, matter, who) &&
            !(isFromBox(matter) && ASKS_SOMEBODY.includes(step)),
    );
}

function isTheTime(step: Step, status: Status): boolean {
    const when = WHEN[step];
    return when === 'UNTIL_CLOSED' ? status !== 'CLOSED' : when.includes(status);
}

function isFor(step: Step, matter: Matter, who: Person): boolean {
    const office = who.roles.includes('OFFICE');
    const liaison = who.roles.includes('LIAISON') && who.department !== null;
    const responsible = liaison && who.department === matter.department;
    const first = liaison && who.department === matter.firstReceiver;
    switch (step) {
        case 'assignment':
            return office;
        case 'resolution':
            return responsible;
        case 'start':
        case 'waiting':
        case 'resumption':
        case 'transfer':
            return office || responsible;
        case 'notes':
            return office || responsible || first;
        default:
            return office && !isOwn(matter, who.department);
    }
}

/** Nobody says of their own department's work that it is done. */
export function isOwn(matter: Matter, department: string | null): boolean {
    return department !== null && [matter.department, matter.firstReceiver, ...matter.coLeads].includes(department);
}

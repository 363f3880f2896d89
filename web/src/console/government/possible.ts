import type { OfFeedback } from '../api';
import type { Role } from '../session';

export type Act = 'entrust' | 'lead' | 'deadline' | 'remind' | 'reply' | 'acknowledge';
export type TaskAct = 'complete' | 'giveBack';

/** What the office can do about a comment now. */
export function actsOn(
    { kind, status, tasks, followedBy, leadDepartment }: OfFeedback['CommentView'],
    roles: Role[],
): Act[] {
    if (!roles.includes('OFFICE') || status === 'CLOSED') {
        return [];
    }
    const all = tasks ?? [];
    const open = all.some((task) => task.status === 'OPEN');
    const acts: Act[] = [];
    if (status === 'REGISTERED' && open) {
        acts.push('remind');
    }
    if (status === 'REGISTERED' && !open) {
        acts.push('reply');
    }
    const done = status === 'ANSWERED' && !followedBy?.unsettled;
    if (done || (kind === 'ENDORSEMENT' && !open)) {
        acts.push('acknowledge');
    }
    if (status === 'REGISTERED') {
        acts.push('entrust', ...(leadDepartment ? (['lead'] as const) : []), 'deadline');
    }
    return acts;
}

/** What somebody can do about one department's task. */
export function actsOnTask(
    task: OfFeedback['CommentTaskView'],
    status: OfFeedback['CommentStatus'],
    roles: Role[],
    department: string | null,
): TaskAct[] {
    if (status !== 'REGISTERED') {
        return [];
    }
    const office = roles.includes('OFFICE');
    if (task.status === 'OPEN') {
        return office || (roles.includes('LIAISON') && task.department === department) ? ['complete'] : [];
    }
    return office && task.status === 'DONE' ? ['giveBack'] : [];
}

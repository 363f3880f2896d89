import type { OfFeedback } from '../api';
import type { Role } from '../session';

export type TaskAct = 'prove' | 'submit' | 'accept' | 'giveBack' | 'postpone' | 'supervise' | 'cancel';

/** What there is to be done with a task. The service decides; this is for not offering in vain. */
export function actsOn(
    task: Pick<OfFeedback['PlanTaskView'], 'status' | 'department' | 'evidence' | 'onTime'>,
    roles: Role[],
    own: string | null,
): TaskAct[] {
    const office = roles.includes('OFFICE');
    const works = office || (roles.includes('LIAISON') && own === task.department);
    const judges = office && own !== task.department;
    switch (task.status) {
        case 'OPEN':
            return [
                ...(works ? (['prove'] as const) : []),
                ...(works && task.evidence > 0 ? (['submit'] as const) : []),
                ...(office && typeof task.onTime !== 'boolean' ? (['postpone'] as const) : []),
                ...(office || roles.includes('LEADER') ? (['supervise'] as const) : []),
                ...(office ? (['cancel'] as const) : []),
            ];
        case 'SUBMITTED':
            return [
                ...(judges ? (['accept', 'giveBack'] as const) : []),
                ...(works ? (['prove'] as const) : []),
                ...(office ? (['cancel'] as const) : []),
            ];
        case 'CLOSED':
        case 'CANCELLED':
            return [];
    }
}

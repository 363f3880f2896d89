import type { OfFeedback } from '../api';
import type { Role } from '../session';

export type PlanReportAct = 'write' | 'approve' | 'giveBack' | 'send';

/** What there is to be done with a monthly report. The service decides; this is for not offering in vain. */
export function planReportActs(
    whole: Pick<OfFeedback['PlanReportView'], 'authors'> & {
        report: Pick<OfFeedback['PlanReportView']['report'], 'status'>;
    },
    name: string,
    roles: Role[],
): PlanReportAct[] {
    const office = roles.includes('OFFICE');
    const judges = office || roles.includes('LEADER');
    const acts: Record<OfFeedback['PlanReportStatus'], [PlanReportAct, boolean][]> = {
        DRAFT: [
            ['write', office],
            ['approve', judges && !whole.authors.includes(name)],
        ],
        APPROVED: [
            ['send', office],
            ['giveBack', judges],
        ],
        SENT: [],
    };
    return acts[whole.report.status].filter(([, may]) => may).map(([act]) => act);
}

import type { OfFeedback } from '../api';
import type { Role } from '../session';

export type SupplyAct = 'write' | 'approve' | 'giveBack' | 'send' | 'cancel' | 'postpone' | 'receive';

/** What there is to be done with a report. The service decides; this is for not offering in vain. */
export function actsOn(
    whole: Pick<OfFeedback['SupplyReportView'], 'authors'> & {
        report: Pick<OfFeedback['SupplyReportView']['report'], 'status' | 'onTime'>;
    },
    name: string,
    roles: Role[],
): SupplyAct[] {
    const office = roles.includes('OFFICE');
    const judges = office || roles.includes('LEADER');
    const undecided = typeof whole.report.onTime !== 'boolean';
    const acts: Record<OfFeedback['SupplyStatus'], [SupplyAct, boolean][]> = {
        DRAFT: [
            ['write', office],
            ['approve', judges && !whole.authors.includes(name)],
            ['postpone', office && undecided],
            ['cancel', office],
        ],
        APPROVED: [
            ['send', office],
            ['giveBack', judges],
            ['postpone', office && undecided],
            ['cancel', office],
        ],
        SENT: [['receive', office]],
        RECEIVED: [['receive', office]],
        ENDORSED: [],
        CANCELLED: [],
    };
    return acts[whole.report.status].filter(([, may]) => may).map(([act]) => act);
}

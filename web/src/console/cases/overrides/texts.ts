import { catalogue } from '../../i18n/catalogue';

export const overrideTexts = catalogue(
    {
        title: '代为认定',
        none: '没有代为认定的申请。',
        CONFIRMED: '视同已确认',
        CLOSED: '直接归档',
        by: (name: string, time: string) => `${name} 于 ${time} 申请`,
        decided: (name: string, verdict: string) => `${name} ${verdict}`,
        verdicts: { APPROVED: '已同意', REFUSED: '已驳回' },
        approve: '同意',
        refuse: '驳回',
        ownProposal: '须由另一人审批。',
    },
    {
        title: 'In their stead',
        none: 'Nobody has asked to settle it in their stead.',
        CONFIRMED: 'As if confirmed',
        CLOSED: 'Close at once',
        by: (name: string, time: string) => `Requested by ${name}, ${time}`,
        decided: (name: string, verdict: string) => `${name}: ${verdict}`,
        verdicts: { APPROVED: 'approved', REFUSED: 'refused' },
        approve: 'Approve',
        refuse: 'Refuse',
        ownProposal: 'Somebody else has to decide.',
    },
);

import type { OfFeedback } from '../api';
import { given } from '../shared/lines';

type Rule = OfFeedback['RuleView'];

/** A rule while it is written: an empty text is what is not said. */
export interface Draft {
    name: string;
    priority: number | '';
    stop: boolean;
    condition: string;
    side: OfFeedback['Side'] | '';
    surveyId: string;
    campaignId: string;
    once: OfFeedback['Once'];
    opens: DraftOfCase;
}

export interface DraftOfCase {
    category: string;
    severity: OfFeedback['Severity'] | '';
    department: string;
    title: string;
    description: string;
}

export function draftOf(rule?: Rule): Draft {
    return {
        name: rule?.name ?? '',
        priority: rule?.priority ?? '',
        stop: rule?.stop ?? false,
        condition: rule?.condition ?? '',
        side: rule?.side ?? '',
        surveyId: rule?.surveyId ?? '',
        campaignId: rule?.campaignId ?? '',
        once: rule?.once ?? 'RESPONSE',
        opens: {
            category: rule?.opens.category ?? '',
            severity: rule?.opens.severity ?? '',
            department: rule?.opens.department ?? '',
            title: rule?.opens.title ?? '',
            description: rule?.opens.description ?? '',
        },
    };
}

export function isComplete({ name, condition, opens }: Draft): boolean {
    return [name, condition, opens.category, opens.title, opens.description].every((text) => text.trim() !== '');
}

export function requestOf(draft: Draft): OfFeedback['RuleRequest'] {
    return {
        name: draft.name.trim(),
        priority: draft.priority === '' ? undefined : draft.priority,
        stop: draft.stop,
        condition: draft.condition.trim(),
        side: draft.side || undefined,
        surveyId: given(draft.surveyId),
        campaignId: given(draft.campaignId),
        once: draft.once,
        opens: {
            category: draft.opens.category,
            severity: draft.opens.severity || undefined,
            department: given(draft.opens.department),
            title: draft.opens.title.trim(),
            description: draft.opens.description.trim(),
        },
    };
}

import { isTelephone } from '../../../shell/telephone';
import type { OfFeedback } from '../../api';
import type { Person } from '../steps/possible';
import { isFromBox } from '../steps/possible';

export type Contact = Partial<Record<'name' | 'organisation' | 'phone' | 'email', string>>;

type Matter = Pick<OfFeedback['CaseView'], 'status' | 'department'> & Partial<Pick<OfFeedback['CaseView'], 'source'>>;

/** Whether somebody may write down how the stakeholder is reached. The service decides; this is for not offering in vain. */
export function mayReach(matter: Matter, who: Person): boolean {
    const handles =
        who.roles.includes('OFFICE') ||
        (who.roles.includes('LIAISON') && who.department !== null && who.department === matter.department);
    return handles && matter.status !== 'CLOSED' && !isFromBox(matter);
}

/** What of a contact an answer is, by its looks; whoever fills it in sees where it went. */
export function asContact(answer: string): Contact {
    const text = answer.trim();
    if (text.includes('@')) {
        return { email: text };
    }
    return isTelephone(text) ? { phone: text } : { name: text };
}

/** What is empty is left out. */
export function given(contact: Contact): Contact {
    return Object.fromEntries(
        Object.entries(contact)
            .map(([part, text]) => [part, text.trim()])
            .filter(([, text]) => text !== ''),
    );
}

import { given } from '../console/shared/lines';
import type { Completion, Report, Visit } from './storage';

type Slip = NonNullable<Completion['slips']>[number];

export interface SlipDraft {
    title: string;
    description: string;
    category: string;
    department: string;
    severity: NonNullable<Slip['severity']> | '';
}

/** What is being filled in at the door. */
export interface Draft {
    visitId: string;
    enterpriseName: string;
    /** Its id, null of one that may be new. */
    enterprise: string | null;
    /** Whether it goes by itself, since the visit it was written for is not to be reported any more. */
    byItself: boolean;
    /** Set when nobody had arranged the visit. */
    park: string | null;
    satisfaction: number | null;
    slips: SlipDraft[];
    contactName: string;
    contactPhone: string;
    note: string;
    /** When it was reported first; putting it right does not move the visit. */
    visitedAt: string | null;
    /** Whether that cannot have been, as when the device's clock is wrong: then its surveyor says when it was. */
    timeRefused: boolean;
}

/** Of a visit that was arranged. */
export function draftFor({ id, enterprise, enterpriseName }: Visit): Draft {
    return { ...emptyDraft(id, enterpriseName ?? ''), enterprise: enterprise ?? null };
}

export function emptyDraft(visitId: string, enterpriseName: string, park: string | null = null): Draft {
    return {
        visitId,
        enterpriseName,
        enterprise: null,
        byItself: false,
        park,
        satisfaction: null,
        slips: [],
        contactName: '',
        contactPhone: '',
        note: '',
        visitedAt: null,
        timeRefused: false,
    };
}

export function emptySlip(): SlipDraft {
    return { title: '', description: '', category: '', department: '', severity: '' };
}

export function isComplete({ satisfaction, slips, park, enterpriseName, contactName, contactPhone }: Draft): boolean {
    return (
        satisfaction !== null &&
        slips.every(({ title, description }) => title.trim() !== '' && description.trim() !== '') &&
        (park === null || (park !== '' && enterpriseName.trim() !== '')) &&
        (contactPhone.trim() === '' || contactName.trim() !== '')
    );
}

/** As the service wants it; its id and its time are never changed afterwards. */
export function completionOf(draft: Draft, now: string): Completion {
    const name = given(draft.contactName);
    return {
        visitId: draft.visitId,
        satisfaction: draft.satisfaction ?? undefined,
        slips: draft.slips.map((slip) => ({
            title: slip.title.trim(),
            description: slip.description.trim(),
            category: given(slip.category),
            department: given(slip.department),
            severity: slip.severity || undefined,
        })),
        visitedAt: draft.visitedAt ?? now,
        contact: name === undefined ? undefined : { name, phone: given(draft.contactPhone) },
        note: given(draft.note),
        unplanned: unplanned(draft),
    };
}

function unplanned({ park, enterpriseName, enterprise, byItself }: Draft): Completion['unplanned'] {
    if (park !== null) {
        return { park, enterpriseName: enterpriseName.trim() };
    }
    return byItself && enterprise !== null ? { enterprise } : undefined;
}

/** What was refused, to be put right. */
export function draftOf({ visitId, enterpriseName, enterprise, completion, refusal }: Report): Draft {
    return {
        visitId,
        enterpriseName,
        enterprise: enterprise ?? null,
        byItself: !!completion.unplanned?.enterprise,
        park: completion.unplanned?.park ?? null,
        satisfaction: completion.satisfaction ?? null,
        slips: (completion.slips ?? []).map((slip) => ({
            title: slip.title ?? '',
            description: slip.description ?? '',
            category: slip.category ?? '',
            department: slip.department ?? '',
            severity: slip.severity ?? '',
        })),
        contactName: completion.contact?.name ?? '',
        contactPhone: completion.contact?.phone ?? '',
        note: completion.note ?? '',
        visitedAt: completion.visitedAt ?? null,
        timeRefused: refusal?.violations?.some(({ path }) => path === '/visitedAt') ?? false,
    };
}

import { given } from '../console/shared/lines';
import type { Completion, Report } from './storage';

export interface SlipDraft {
    title: string;
    description: string;
    category: string;
    department: string;
}

/** What is being filled in at the door. */
export interface Draft {
    visitId: string;
    enterpriseName: string;
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

export function emptyDraft(visitId: string, enterpriseName: string, park: string | null = null): Draft {
    return {
        visitId,
        enterpriseName,
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
    return { title: '', description: '', category: '', department: '' };
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
        })),
        visitedAt: draft.visitedAt ?? now,
        contact: name === undefined ? undefined : { name, phone: given(draft.contactPhone) },
        note: given(draft.note),
        unplanned: draft.park === null ? undefined : { park: draft.park, enterpriseName: draft.enterpriseName.trim() },
    };
}

/** What was refused, to be put right. */
export function draftOf({ visitId, enterpriseName, completion, refusal }: Report): Draft {
    return {
        visitId,
        enterpriseName,
        park: completion.unplanned?.park ?? null,
        satisfaction: completion.satisfaction ?? null,
        slips: (completion.slips ?? []).map((slip) => ({
            title: slip.title ?? '',
            description: slip.description ?? '',
            category: slip.category ?? '',
            department: slip.department ?? '',
        })),
        contactName: completion.contact?.name ?? '',
        contactPhone: completion.contact?.phone ?? '',
        note: completion.note ?? '',
        visitedAt: completion.visitedAt ?? null,
        timeRefused: refusal?.violations?.some(({ path }) => path === '/visitedAt') ?? false,
    };
}

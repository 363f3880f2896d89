import type { Draft } from './draft';
import { fieldDatabase } from './storage';

/** Keeps what somebody is writing, as it is now. */
export async function keepDraft(user: string, draft: Draft): Promise<void> {
    // Of a plain copy: what a form holds cannot be stored.
    const copy = JSON.parse(JSON.stringify(draft)) as Draft;
    await (await fieldDatabase()).put('drafts', { visitId: draft.visitId, user, draft: copy });
}

export async function draftsOf(user: string): Promise<Draft[]> {
    return (await (await fieldDatabase()).getAllFromIndex('drafts', 'user', user)).map(({ draft }) => draft);
}

export async function forgetDraft(visitId: string): Promise<void> {
    await (await fieldDatabase()).delete('drafts', visitId);
}

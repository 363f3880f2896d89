import { database, type Draft } from '../storage/database';

export async function loadDraft(link: string, version: number): Promise<Draft | undefined> {
    const draft = await (await database()).get('drafts', link);
    return draft?.version === version ? draft : undefined;
}

export async function saveDraft(draft: Draft): Promise<void> {
    await (await database()).put('drafts', draft);
}

export async function dropDraft(link: string): Promise<void> {
    await (await database()).delete('drafts', link);
}

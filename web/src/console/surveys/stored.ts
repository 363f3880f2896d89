import { answer, api, tagged, type OfSurvey } from '../api';
import type { Node } from './definition';
import type { Written } from './difference';

/** A version, or the draft, as the service stores it. */
interface Stored {
    title: string;
    definition?: unknown;
    measures?: unknown;
}

export function written({ title, definition, measures }: Stored): Written {
    return { title, definition: definition as Node, measures: (measures ?? []) as Node[] };
}

export async function readDraft(id: string) {
    const { value, tag } = await tagged(api.GET('/api/survey/v1/surveys/{id}', { params: { path: { id } } }));
    return { ...written(value), tag, side: value.side, latestVersion: value.latestVersion ?? 0 };
}

export type StoredDraft = Awaited<ReturnType<typeof readDraft>>;

/** @returns the tag the next change is about */
export async function saveDraft(id: string, draft: Written, tag: string): Promise<string> {
    const body = {
        title: draft.title,
        definition: draft.definition,
        measures: draft.measures as OfSurvey['Measure'][],
    };
    const params = { path: { id }, header: { 'If-Match': tag } };
    return (await tagged(api.PUT('/api/survey/v1/surveys/{id}/draft', { params, body }))).tag;
}

export async function readVersion(id: string, version: number) {
    const found = await answer(
        api.GET('/api/survey/v1/surveys/{id}/versions/{version}', { params: { path: { id, version } } }),
    );
    return { ...written(found), publishedAt: found.publishedAt };
}

export function check(definition: Node, answers?: Node) {
    return answer(api.POST('/api/survey/v1/definitions/check', { body: { definition, answers } }));
}

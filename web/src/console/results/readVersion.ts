import type { Json } from '../../api/survey';
import { answer, api } from '../api';

/** What was asked in a published version of a survey. */
export async function readVersion(id: string, version: number): Promise<Json> {
    const params = { path: { id, version } };
    const published = await answer(api.GET('/api/survey/v1/surveys/{id}/versions/{version}', { params }));
    return published.definition ?? null;
}

import { answer, api, type OfSurvey } from '../api';

/** All surveys, to choose one; the unpublished are shown and cannot be chosen. */
export async function publishedSurveys(): Promise<OfSurvey['SurveyView'][]> {
    const all: OfSurvey['SurveyView'][] = [];
    let cursor: string | undefined;
    do {
        const page = await answer(api.GET('/api/survey/v1/surveys', { params: { query: { cursor, limit: 200 } } }));
        all.push(...page.items);
        cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return all;
}

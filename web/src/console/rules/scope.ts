import { computed } from 'vue';
import { answer, api, type OfSurvey } from '../api';
import { may } from '../session';
import { everything } from '../shared/everything';
import { useLoaded } from '../shared/loaded';

const MOST = 1000;

/** Surveys and campaigns a rule can be for. Only the office may list them; for others an id is an id. */
export function useScope() {
    const { value: surveys } = useLoaded(() =>
        listed<OfSurvey['SurveyView']>((cursor) =>
            answer(api.GET('/api/survey/v1/surveys', { params: { query: { cursor, limit: 200 } } })),
        ),
    );
    const { value: campaigns } = useLoaded(() =>
        listed<OfSurvey['CampaignView']>((cursor) =>
            answer(api.GET('/api/survey/v1/campaigns', { params: { query: { cursor, limit: 200 } } })),
        ),
    );
    return {
        surveys: computed(() => (surveys.value ?? []).map(({ id, title }) => ({ value: id, label: title }))),
        /** Those of a survey, or all. */
        campaignsOf: (survey: string) =>
            (campaigns.value ?? [])
                .filter(({ surveyId }) => survey === '' || surveyId === survey)
                .map(({ id, name }) => ({ value: id, label: name })),
        surveyName: (id: string) => surveys.value?.find((each) => each.id === id)?.title ?? id,
        campaignName: (id: string) => campaigns.value?.find((each) => each.id === id)?.name ?? id,
    };
}

async function listed<T>(read: (cursor?: string) => Promise<{ items: T[]; next?: string | null }>): Promise<T[]> {
    return may('OFFICE') ? (await everything(read, MOST)).items : [];
}

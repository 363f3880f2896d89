import { tagged, answer, api, type OfSurvey, type Tagged } from '../api';
import type { PlanForm } from './plan';
import { requestOf } from './plan';

type Campaign = OfSurvey['CampaignView'];
type Step = 'opening' | 'closing' | 'scheduling' | 'unscheduling';

export function readCampaign(id: string): Promise<Tagged<Campaign>> {
    return tagged(api.GET('/api/survey/v1/campaigns/{id}', { params: { path: { id } } }));
}

/** @returns its id */
export async function planCampaign(form: PlanForm): Promise<string> {
    return (await answer(api.POST('/api/survey/v1/campaigns', { body: requestOf(form) }))).id;
}

export async function replanCampaign(id: string, form: PlanForm, tag: string): Promise<void> {
    const params = { path: { id }, header: { 'If-Match': tag } };
    await answer(api.PUT('/api/survey/v1/campaigns/{id}', { params, body: requestOf(form) }));
}

/** As JSON, which is one of the forms the service has them in. */
export async function readLinks(id: string, cursor: string | undefined): Promise<OfSurvey['LinkPage']> {
    const params = { path: { id }, query: { cursor, limit: 50 } };
    const headers = { Accept: 'application/json' };
    const page = await answer(api.GET('/api/survey/v1/campaigns/{id}/links', { params, headers }));
    return page as OfSurvey['LinkPage'];
}

export async function take(step: Step, id: string): Promise<unknown> {
    const params = { path: { id } };
    switch (step) {
        case 'opening':
            return answer(api.POST('/api/survey/v1/campaigns/{id}/opening', { params }));
        case 'closing':
            return answer(api.POST('/api/survey/v1/campaigns/{id}/closing', { params }));
        case 'scheduling':
            return answer(api.POST('/api/survey/v1/campaigns/{id}/scheduling', { params }));
        case 'unscheduling':
            return answer(api.DELETE('/api/survey/v1/campaigns/{id}/scheduling', { params }));
    }
}

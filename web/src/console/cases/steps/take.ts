import { answer, api, type OfFeedback } from '../../api';
import type { Values } from './fields';
import type { Step } from './possible';

/** Takes a step of the case as it was when its tag was read; of what somebody changed since, the service knows. */
export async function takeStep(step: Step, id: string, tag: string, values: Values): Promise<unknown> {
    const about = { params: { path: { id }, header: { 'If-Match': tag } } };
    const words = { note: given(values.note), publicNote: given(values.publicNote) };
    const note = words.note;
    const reason = values.reason?.trim() ?? '';
    const severity = values.severity as OfFeedback['Severity'];
    switch (step) {
        case 'assignment':
            return answer(
                api.POST('/api/feedback/v1/cases/{id}/assignment', {
                    ...about,
                    body: { department: values.department, ...words },
                }),
            );
        case 'start':
            return answer(api.POST('/api/feedback/v1/cases/{id}/start', { ...about, body: words }));
        case 'resolution':
            return answer(
                api.POST('/api/feedback/v1/cases/{id}/resolution', {
                    ...about,
                    body: {
                        rootCause: values.rootCause,
                        actionTaken: values.actionTaken,
                        process: given(values.process),
                        step: given(values.step),
                        post: given(values.post),
                        ...words,
                    },
                }),
            );
        case 'resumption':
            return answer(api.POST('/api/feedback/v1/cases/{id}/resumption', { ...about, body: { note } }));
        case 'closure':
            return answer(api.POST('/api/feedback/v1/cases/{id}/closure', { ...about, body: words }));
        case 'waiting':
            return answer(api.POST('/api/feedback/v1/cases/{id}/waiting', { ...about, body: { reason, ...words } }));
        case 'transfer':
            return answer(
                api.POST('/api/feedback/v1/cases/{id}/transfer', {
                    ...about,
                    body: { department: values.department, reason },
                }),
            );
        case 'notes':
            return answer(api.POST('/api/feedback/v1/cases/{id}/notes', { ...about, body: words }));
        case 'severity':
            return answer(api.POST('/api/feedback/v1/cases/{id}/severity', { ...about, body: { severity, reason } }));
        case 'category':
            return answer(
                api.POST('/api/feedback/v1/cases/{id}/category', {
                    ...about,
                    body: { category: values.category, reason },
                }),
            );
        case 'clock-recomputation':
            return answer(api.POST('/api/feedback/v1/cases/{id}/clock-recomputation', { ...about, body: { reason } }));
        default:
            return askThem(step, id, tag, values);
    }
}

type Asking = 'confirmation' | 'dispute' | 'contact-attempts' | 'confirmation-requests' | 'unreachable' | 'overrides';

/** The steps that are about the stakeholder's word. */
async function askThem(step: Asking, id: string, tag: string, values: Values): Promise<unknown> {
    const about = { params: { path: { id }, header: { 'If-Match': tag } } };
    const note = given(values.note);
    const reason = values.reason?.trim() ?? '';
    switch (step) {
        case 'confirmation':
            return answer(
                api.POST('/api/feedback/v1/cases/{id}/confirmation', {
                    ...about,
                    body: { rating: Number(values.rating), comment: given(values.comment) },
                }),
            );
        case 'dispute':
            return answer(api.POST('/api/feedback/v1/cases/{id}/dispute', { ...about, body: { reason } }));
        case 'contact-attempts':
            return answer(
                api.POST('/api/feedback/v1/cases/{id}/contact-attempts', {
                    ...about,
                    body: {
                        channel: values.channel as OfFeedback['ContactChannel'],
                        outcome: values.outcome as OfFeedback['ContactOutcome'],
                        note,
                    },
                }),
            );
        case 'confirmation-requests':
            return answer(api.POST('/api/feedback/v1/cases/{id}/confirmation-requests', { ...about, body: { note } }));
        case 'unreachable':
            return answer(api.POST('/api/feedback/v1/cases/{id}/unreachable', { ...about, body: { note } }));
        case 'overrides':
            return answer(
                api.POST('/api/feedback/v1/cases/{id}/overrides', {
                    ...about,
                    body: { outcome: values.override as OfFeedback['OverrideOutcome'], reason },
                }),
            );
    }
}

/** Nothing said is left out. */
function given(text: string | undefined): string | undefined {
    return text === undefined || text.trim() === '' ? undefined : text.trim();
}

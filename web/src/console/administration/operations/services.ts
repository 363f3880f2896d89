import { answer, api, type OfKpi } from '../../api';
import type { Slice } from '../../shared/loaded';

export const SERVICES = ['survey', 'feedback', 'kpi'] as const;
export type Service = (typeof SERVICES)[number];
/** The same of every service. */
export type DeadLetter = OfKpi['DeadLetter'];
export type DeadLetterState = OfKpi['DeadLetterState'];

export function deadLetters(
    service: Service,
    state: DeadLetterState,
    cursor: string | undefined,
): Promise<Slice<DeadLetter>> {
    const params = { query: { state, cursor, limit: 50 } };
    switch (service) {
        case 'survey':
            return answer(api.GET('/api/survey/v1/dead-letters', { params }));
        case 'feedback':
            return answer(api.GET('/api/feedback/v1/dead-letters', { params }));
        case 'kpi':
            return answer(api.GET('/api/kpi/v1/dead-letters', { params }));
    }
}

export function replay(service: Service, id: string): Promise<unknown> {
    const params = { path: { id } };
    switch (service) {
        case 'survey':
            return answer(api.POST('/api/survey/v1/dead-letters/{id}/replay', { params }));
        case 'feedback':
            return answer(api.POST('/api/feedback/v1/dead-letters/{id}/replay', { params }));
        case 'kpi':
            return answer(api.POST('/api/kpi/v1/dead-letters/{id}/replay', { params }));
    }
}

export function discard(service: Service, id: string, reason: string): Promise<unknown> {
    const sent = { params: { path: { id } }, body: { reason } };
    switch (service) {
        case 'survey':
            return answer(api.POST('/api/survey/v1/dead-letters/{id}/discarding', sent));
        case 'feedback':
            return answer(api.POST('/api/feedback/v1/dead-letters/{id}/discarding', sent));
        case 'kpi':
            return answer(api.POST('/api/kpi/v1/dead-letters/{id}/discarding', sent));
    }
}

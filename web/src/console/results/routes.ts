import type { Feature } from '../features';

/** Reached from their campaign or survey, a single response from the figures it went into. */
export const results: Feature = {
    routes: [
        {
            path: '/campaigns/:id/results',
            name: 'results',
            component: () => import('./ResultsPage.vue'),
            props: true,
            meta: { roles: ['OFFICE', 'LEADER'], under: 'campaigns' },
        },
        {
            path: '/responses/:id',
            name: 'response',
            component: () => import('./ResponsePage.vue'),
            props: true,
            meta: { roles: ['OFFICE'], under: 'campaigns' },
        },
        {
            path: '/surveys/:id/results',
            name: 'survey-results',
            component: () => import('./SurveyResultsPage.vue'),
            props: true,
            meta: { roles: ['OFFICE'], under: 'surveys' },
        },
    ],
    navigation: [],
};

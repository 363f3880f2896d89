import type { Feature } from '../features';

/** Reached from its campaign, or its survey. */
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
            path: '/surveys/:id/results',
            name: 'survey-results',
            component: () => import('./SurveyResultsPage.vue'),
            props: true,
            meta: { roles: ['OFFICE'], under: 'surveys' },
        },
    ],
    navigation: [],
};

import type { Feature } from '../features';

/** Reached from its campaign. */
export const results: Feature = {
    routes: [
        {
            path: '/campaigns/:id/results',
            name: 'results',
            component: () => import('./ResultsPage.vue'),
            props: true,
            meta: { roles: ['OFFICE', 'LEADER'], under: 'campaigns' },
        },
    ],
    navigation: [],
};

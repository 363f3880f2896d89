import type { Feature } from '../features';

/** Reached from its campaign. */
export const live: Feature = {
    routes: [
        {
            path: '/campaigns/:id/live',
            name: 'live-wall',
            component: () => import('./LiveWallPage.vue'),
            props: true,
            meta: { roles: ['OFFICE', 'LEADER'], under: 'campaigns' },
        },
    ],
    navigation: [],
};

import { MapLocation, OfficeBuilding, Position } from '@element-plus/icons-vue';
import { computed } from 'vue';
import type { Feature } from '../features';
import type { Role } from '../session';
import { visitTexts } from './texts';

const READERS: Role[] = ['OFFICE', 'SURVEYOR', 'LEADER'];

export const visits: Feature = {
    routes: [
        { path: '/visits', name: 'visits', component: () => import('./VisitsPage.vue'), meta: { roles: READERS } },
        {
            // A page of its own that opens without a network (web/src/field): it is gone to, not routed to.
            path: '/visits/mine',
            name: 'visits-mine',
            component: () => import('../shell/NotFoundPage.vue'),
            meta: { roles: ['SURVEYOR', 'OFFICE'] },
            beforeEnter: () => {
                location.assign('/console/visits/mine');
                return false;
            },
        },
        {
            path: '/visits/:id',
            name: 'visit',
            component: () => import('./VisitPage.vue'),
            props: true,
            meta: { roles: READERS },
        },
        {
            path: '/enterprises',
            name: 'enterprises',
            component: () => import('./EnterprisesPage.vue'),
            meta: { roles: READERS },
        },
        {
            path: '/enterprises/import',
            name: 'enterprises-import',
            component: () => import('./import/ImportPage.vue'),
            meta: { roles: ['OFFICE'], under: 'enterprises' },
        },
        {
            path: '/enterprises/:id',
            name: 'enterprise',
            component: () => import('./EnterprisePage.vue'),
            props: true,
            meta: { roles: READERS, under: 'enterprises' },
        },
    ],
    navigation: [
        { route: 'visits', label: computed(() => visitTexts.value.title), icon: MapLocation, roles: READERS },
        { route: 'visits-mine', label: computed(() => visitTexts.value.mine), icon: Position, roles: ['SURVEYOR'] },
        {
            route: 'enterprises',
            label: computed(() => visitTexts.value.enterprises),
            icon: OfficeBuilding,
            roles: READERS,
        },
    ],
};

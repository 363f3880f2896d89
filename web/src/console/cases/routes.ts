import { Tickets } from '@element-plus/icons-vue';
import { computed } from 'vue';
import type { Feature } from '../features';
import type { Role } from '../session';
import { caseTexts } from './texts';

const READERS: Role[] = ['OFFICE', 'ADMIN', 'LEADER', 'LIAISON'];

export const cases: Feature = {
    routes: [
        { path: '/cases', name: 'cases', component: () => import('./CasesPage.vue'), meta: { roles: READERS } },
        {
            path: '/cases/escalations',
            name: 'escalations',
            component: () => import('./escalations/EscalationsPage.vue'),
            meta: { roles: READERS },
        },
        {
            path: '/cases/overrides',
            name: 'overrides',
            component: () => import('./overrides/OverridesPage.vue'),
            meta: { roles: ['OFFICE', 'LEADER'] },
        },
        {
            path: '/cases/:id',
            name: 'case',
            component: () => import('./CasePage.vue'),
            props: true,
            meta: { roles: READERS },
        },
    ],
    navigation: [{ route: 'cases', label: computed(() => caseTexts.value.title), icon: Tickets, roles: READERS }],
};

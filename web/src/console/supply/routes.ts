import { Promotion } from '@element-plus/icons-vue';
import { computed } from 'vue';
import type { Feature } from '../features';
import type { Role } from '../session';
import { supplyTexts } from './texts';

const READERS: Role[] = ['OFFICE', 'LEADER'];
const meta = { roles: READERS };

export const supply: Feature = {
    routes: [
        { path: '/supply-reports', name: 'supply-reports', component: () => import('./SupplyReportsPage.vue'), meta },
        {
            path: '/supply-reports/template',
            name: 'supply-template',
            component: () => import('./SupplyTemplatePage.vue'),
            meta: { roles: ['OFFICE'] },
        },
        {
            path: '/supply-reports/:id',
            name: 'supply-report',
            component: () => import('./SupplyReportPage.vue'),
            props: true,
            meta,
        },
        {
            path: '/supply-reports/:id/text',
            name: 'supply-report-text',
            component: () => import('./WriteSupplyPage.vue'),
            props: true,
            meta: { roles: ['OFFICE'] },
        },
    ],
    navigation: [
        {
            route: 'supply-reports',
            label: computed(() => supplyTexts.value.title),
            icon: Promotion,
            roles: READERS,
        },
    ],
};

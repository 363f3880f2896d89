import { TrendCharts } from '@element-plus/icons-vue';
import { computed } from 'vue';
import type { Feature } from '../features';
import type { Role } from '../session';
import { improvementTexts } from './texts';

const READERS: Role[] = ['OFFICE', 'ADMIN', 'LEADER', 'LIAISON'];
const meta = { roles: READERS };

export const improvement: Feature = {
    routes: [
        { path: '/improvement', name: 'plans', component: () => import('./PlansPage.vue'), meta },
        { path: '/improvement/tasks', name: 'plan-tasks', component: () => import('./TasksPage.vue'), meta },
        {
            path: '/improvement/tasks/:id',
            name: 'plan-task',
            component: () => import('./TaskPage.vue'),
            props: true,
            meta,
        },
        {
            path: '/improvement/reports/:id',
            name: 'plan-report',
            component: () => import('./PlanReportPage.vue'),
            props: true,
            meta: { roles: ['OFFICE', 'ADMIN', 'LEADER'] },
        },
        { path: '/improvement/:id', name: 'plan', component: () => import('./PlanPage.vue'), props: true, meta },
    ],
    navigation: [
        { route: 'plans', label: computed(() => improvementTexts.value.title), icon: TrendCharts, roles: READERS },
    ],
};

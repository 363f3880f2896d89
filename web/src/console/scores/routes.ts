import { DataAnalysis } from '@element-plus/icons-vue';
import { computed } from 'vue';
import type { Feature } from '../features';
import type { Role } from '../session';
import { scoreTexts } from './texts';

const READERS: Role[] = ['OFFICE', 'ADMIN', 'LEADER', 'ANALYST', 'LIAISON'];
const meta = { roles: READERS };

export const scores: Feature = {
    routes: [
        { path: '/scores', name: 'scores', component: () => import('./ScoresPage.vue'), meta },
        {
            path: '/scores/:department/:period',
            name: 'department-score',
            component: () => import('./DepartmentScorePage.vue'),
            props: true,
            meta,
        },
        {
            path: '/scores/:department/:period/:indicator',
            name: 'lineage',
            component: () => import('./LineagePage.vue'),
            props: true,
            meta,
        },
    ],
    navigation: [
        { route: 'scores', label: computed(() => scoreTexts.value.title), icon: DataAnalysis, roles: READERS },
    ],
};

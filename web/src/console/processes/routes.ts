import { Share } from '@element-plus/icons-vue';
import { computed } from 'vue';
import type { Feature } from '../features';
import type { Role } from '../session';
import { processTexts } from './texts';

const READERS: Role[] = ['OFFICE', 'ADMIN', 'LEADER', 'LIAISON'];
const meta = { roles: READERS };

export const processes: Feature = {
    routes: [
        { path: '/processes', name: 'processes', component: () => import('./ProcessesPage.vue'), meta },
        { path: '/processes/heat', name: 'process-heat', component: () => import('./HeatPage.vue'), meta },
        { path: '/processes/posts', name: 'posts', component: () => import('./PostsPage.vue'), meta },
        {
            path: '/processes/import',
            name: 'processes-import',
            component: () => import('./import/ImportPage.vue'),
            meta: { roles: ['OFFICE'] },
        },
        {
            path: '/processes/of/:code',
            name: 'process',
            component: () => import('./ProcessPage.vue'),
            props: true,
            meta,
        },
    ],
    navigation: [{ route: 'processes', label: computed(() => processTexts.value.title), icon: Share, roles: READERS }],
};

import { Stamp } from '@element-plus/icons-vue';
import { computed } from 'vue';
import type { Feature } from '../features';
import type { Role } from '../session';
import { governmentTexts } from './texts';

const READERS: Role[] = ['OFFICE', 'LEADER', 'LIAISON'];

export const government: Feature = {
    routes: [
        {
            path: '/government',
            name: 'comments',
            component: () => import('./CommentsPage.vue'),
            meta: { roles: READERS },
        },
        {
            path: '/government/reports',
            name: 'reports',
            component: () => import('./ReportsPage.vue'),
            meta: { roles: ['OFFICE', 'LEADER'] },
        },
        {
            path: '/government/:id',
            name: 'comment',
            component: () => import('./CommentPage.vue'),
            props: true,
            meta: { roles: READERS },
        },
    ],
    navigation: [
        { route: 'comments', label: computed(() => governmentTexts.value.title), icon: Stamp, roles: READERS },
    ],
};

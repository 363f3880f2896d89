import { Memo } from '@element-plus/icons-vue';
import { computed } from 'vue';
import type { Feature } from '../features';
import type { Role } from '../session';
import { briefingTexts } from './texts';

const READERS: Role[] = ['OFFICE', 'ADMIN', 'LEADER', 'ANALYST', 'LIAISON'];

export const briefings: Feature = {
    routes: [
        {
            path: '/briefings',
            name: 'briefings',
            component: () => import('./BriefingsPage.vue'),
            meta: { roles: READERS },
        },
        {
            path: '/briefings/template',
            name: 'briefing-template',
            component: () => import('./TemplatePage.vue'),
            meta: { roles: ['OFFICE'] },
        },
        {
            path: '/briefings/:id',
            name: 'briefing',
            component: () => import('./BriefingPage.vue'),
            props: true,
            meta: { roles: READERS },
        },
        {
            path: '/briefings/:id/text',
            name: 'briefing-text',
            component: () => import('./WritePage.vue'),
            props: true,
            meta: { roles: ['OFFICE'] },
        },
    ],
    navigation: [{ route: 'briefings', label: computed(() => briefingTexts.value.title), icon: Memo, roles: READERS }],
};

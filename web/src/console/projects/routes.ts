import { Connection } from '@element-plus/icons-vue';
import { computed } from 'vue';
import type { Feature } from '../features';
import type { Role } from '../session';
import { projectTexts } from './texts';

const READERS: Role[] = ['OFFICE', 'ADMIN', 'LEADER', 'LIAISON'];
const WRITERS: Role[] = ['OFFICE', 'LIAISON'];

export const projects: Feature = {
    routes: [
        {
            path: '/projects',
            name: 'projects',
            component: () => import('./ProjectsPage.vue'),
            meta: { roles: READERS },
        },
        {
            path: '/projects/new',
            name: 'new-project',
            component: () => import('./ProjectFormPage.vue'),
            meta: { roles: WRITERS },
        },
        {
            path: '/projects/:id',
            name: 'project',
            component: () => import('./ProjectPage.vue'),
            props: true,
            meta: { roles: READERS },
        },
        {
            path: '/projects/:id/form',
            name: 'project-form',
            component: () => import('./ProjectFormPage.vue'),
            props: true,
            meta: { roles: WRITERS },
        },
    ],
    navigation: [
        { route: 'projects', label: computed(() => projectTexts.value.title), icon: Connection, roles: READERS },
    ],
};

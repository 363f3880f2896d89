import { Microphone } from '@element-plus/icons-vue';
import { computed } from 'vue';
import type { Feature } from '../features';
import type { Role } from '../session';
import { lectureTexts } from './texts';

const READERS: Role[] = ['OFFICE', 'ADMIN', 'LEADER', 'LIAISON'];
const WRITERS: Role[] = ['OFFICE', 'LIAISON'];

export const lectures: Feature = {
    routes: [
        {
            path: '/lectures',
            name: 'lectures',
            component: () => import('./LecturesPage.vue'),
            meta: { roles: READERS },
        },
        {
            path: '/lectures/new',
            name: 'new-lecture',
            component: () => import('./LectureFormPage.vue'),
            meta: { roles: WRITERS },
        },
        {
            path: '/lectures/plans/:year',
            name: 'lecture-plan',
            component: () => import('./LecturePlanPage.vue'),
            props: true,
            meta: { roles: ['OFFICE'] },
        },
        {
            path: '/lectures/:id',
            name: 'lecture',
            component: () => import('./LecturePage.vue'),
            props: true,
            meta: { roles: READERS },
        },
        {
            path: '/lectures/:id/form',
            name: 'lecture-form',
            component: () => import('./LectureFormPage.vue'),
            props: true,
            meta: { roles: WRITERS },
        },
    ],
    navigation: [
        { route: 'lectures', label: computed(() => lectureTexts.value.title), icon: Microphone, roles: READERS },
    ],
};

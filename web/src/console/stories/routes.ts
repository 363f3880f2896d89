import { Reading } from '@element-plus/icons-vue';
import { computed } from 'vue';
import type { Feature } from '../features';
import type { Role } from '../session';
import { storyTexts } from './texts';

const READERS: Role[] = ['OFFICE', 'ADMIN', 'LEADER', 'LIAISON'];
const WRITERS: Role[] = ['OFFICE', 'LIAISON'];

export const stories: Feature = {
    routes: [
        { path: '/stories', name: 'stories', component: () => import('./StoriesPage.vue'), meta: { roles: READERS } },
        {
            path: '/stories/new',
            name: 'new-story',
            component: () => import('./StoryFormPage.vue'),
            meta: { roles: WRITERS },
        },
        {
            path: '/stories/:id',
            name: 'story',
            component: () => import('./StoryPage.vue'),
            props: true,
            meta: { roles: READERS },
        },
        {
            path: '/stories/:id/form',
            name: 'story-form',
            component: () => import('./StoryFormPage.vue'),
            props: true,
            meta: { roles: WRITERS },
        },
    ],
    navigation: [{ route: 'stories', label: computed(() => storyTexts.value.title), icon: Reading, roles: READERS }],
};

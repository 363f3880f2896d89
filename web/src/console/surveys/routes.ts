import { EditPen } from '@element-plus/icons-vue';
import { computed } from 'vue';
import type { Feature } from '../features';
import { surveyTexts } from './texts';

export const surveys: Feature = {
    routes: [
        {
            path: '/surveys',
            name: 'surveys',
            component: () => import('./SurveysPage.vue'),
            meta: { roles: ['OFFICE'] },
        },
        {
            path: '/surveys/:id',
            name: 'survey',
            component: () => import('./SurveyPage.vue'),
            props: true,
            meta: { roles: ['OFFICE'] },
        },
        {
            path: '/surveys/:id/versions',
            name: 'survey-versions',
            component: () => import('./VersionsPage.vue'),
            props: true,
            meta: { roles: ['OFFICE'] },
        },
    ],
    navigation: [
        { route: 'surveys', label: computed(() => surveyTexts.value.title), icon: EditPen, roles: ['OFFICE'] },
    ],
};

import { Connection } from '@element-plus/icons-vue';
import { computed } from 'vue';
import type { Feature } from '../features';
import type { Role } from '../session';
import { ruleTexts } from './texts';

const READERS: Role[] = ['OFFICE', 'ADMIN', 'LEADER', 'LIAISON'];

export const rules: Feature = {
    routes: [
        { path: '/rules', name: 'rules', component: () => import('./RulesPage.vue'), meta: { roles: READERS } },
        {
            path: '/rules/:id',
            name: 'rule',
            component: () => import('./RulePage.vue'),
            props: true,
            meta: { roles: READERS },
        },
    ],
    navigation: [
        {
            route: 'rules',
            label: computed(() => ruleTexts.value.title),
            icon: Connection,
            roles: ['OFFICE', 'ADMIN', 'LEADER'],
        },
    ],
};

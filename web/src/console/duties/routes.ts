import { Checked } from '@element-plus/icons-vue';
import { computed } from 'vue';
import type { Feature } from '../features';
import type { Role } from '../session';
import { dutyTexts } from './texts';

const READERS: Role[] = ['OFFICE', 'ADMIN', 'LEADER', 'LIAISON'];

export const duties: Feature = {
    routes: [
        { path: '/duties', name: 'duties', component: () => import('./DutiesPage.vue'), meta: { roles: READERS } },
    ],
    navigation: [{ route: 'duties', label: computed(() => dutyTexts.value.title), icon: Checked, roles: READERS }],
};

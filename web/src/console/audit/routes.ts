import { Files } from '@element-plus/icons-vue';
import { computed } from 'vue';
import type { Feature } from '../features';
import { auditTexts } from './texts';

export const audit: Feature = {
    routes: [{ path: '/audit', name: 'audit', component: () => import('./AuditPage.vue'), meta: { roles: ['ADMIN'] } }],
    navigation: [{ route: 'audit', label: computed(() => auditTexts.value.title), icon: Files, roles: ['ADMIN'] }],
};

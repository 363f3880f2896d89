import { Monitor } from '@element-plus/icons-vue';
import { computed } from 'vue';
import type { Feature } from '../features';
import { kioskTexts } from './texts';

export const kiosks: Feature = {
    routes: [
        { path: '/kiosks', name: 'kiosks', component: () => import('./KiosksPage.vue'), meta: { roles: ['OFFICE'] } },
    ],
    navigation: [{ route: 'kiosks', label: computed(() => kioskTexts.value.title), icon: Monitor, roles: ['OFFICE'] }],
};

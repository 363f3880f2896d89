import { Promotion } from '@element-plus/icons-vue';
import { computed } from 'vue';
import type { Feature } from '../features';
import { campaignTexts } from './texts';

export const campaigns: Feature = {
    routes: [
        {
            path: '/campaigns',
            name: 'campaigns',
            component: () => import('./CampaignsPage.vue'),
            meta: { roles: ['OFFICE'] },
        },
        {
            path: '/campaigns/:id',
            name: 'campaign',
            component: () => import('./CampaignPage.vue'),
            props: true,
            meta: { roles: ['OFFICE'] },
        },
    ],
    navigation: [
        { route: 'campaigns', label: computed(() => campaignTexts.value.title), icon: Promotion, roles: ['OFFICE'] },
    ],
};

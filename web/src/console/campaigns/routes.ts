import { Promotion } from '@element-plus/icons-vue';
import { computed } from 'vue';
import type { Feature } from '../features';
import type { Role } from '../session';
import { campaignTexts } from './texts';

/** Leaders see which there are, and what was answered. */
const READERS: Role[] = ['OFFICE', 'LEADER'];

export const campaigns: Feature = {
    routes: [
        {
            path: '/campaigns',
            name: 'campaigns',
            component: () => import('./CampaignsPage.vue'),
            meta: { roles: READERS },
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
        { route: 'campaigns', label: computed(() => campaignTexts.value.title), icon: Promotion, roles: READERS },
    ],
};

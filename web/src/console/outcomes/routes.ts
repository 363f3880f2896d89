import { ChatLineSquare } from '@element-plus/icons-vue';
import { computed } from 'vue';
import type { Feature } from '../features';
import type { Role } from '../session';
import { outcomeTexts } from './texts';

const READERS: Role[] = ['OFFICE', 'LEADER'];

export const outcomes: Feature = {
    routes: [
        {
            path: '/outcomes',
            name: 'outcomes',
            component: () => import('./OutcomesPage.vue'),
            meta: { roles: READERS },
        },
    ],
    navigation: [
        {
            route: 'outcomes',
            label: computed(() => outcomeTexts.value.title),
            icon: ChatLineSquare,
            roles: READERS,
        },
    ],
};

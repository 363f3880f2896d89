import { Stamp } from '@element-plus/icons-vue';
import { computed } from 'vue';
import type { Feature } from '../features';
import type { Role } from '../session';
import { sealTexts } from './texts';

const READERS: Role[] = ['OFFICE', 'ADMIN', 'LEADER'];

export const seals: Feature = {
    routes: [
        { path: '/seals', name: 'seals', component: () => import('./SealsPage.vue'), meta: { roles: READERS } },
        {
            path: '/seals/:period',
            name: 'recomputation',
            component: () => import('./recomputation/RecomputationPage.vue'),
            props: true,
            meta: { roles: READERS },
        },
        {
            path: '/seals/:period/snapshot',
            name: 'snapshot',
            component: () => import('./snapshot/SnapshotPage.vue'),
            props: true,
            meta: { roles: READERS },
        },
    ],
    navigation: [{ route: 'seals', label: computed(() => sealTexts.value.title), icon: Stamp, roles: READERS }],
};

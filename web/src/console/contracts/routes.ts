import { Document } from '@element-plus/icons-vue';
import { computed } from 'vue';
import type { Feature } from '../features';
import type { Role } from '../session';
import { contractTexts } from './texts';

const READERS: Role[] = ['OFFICE', 'ADMIN', 'LEADER', 'LIAISON'];

export const contracts: Feature = {
    routes: [
        {
            path: '/contracts',
            name: 'contracts',
            component: () => import('./ContractsPage.vue'),
            meta: { roles: READERS },
        },
        {
            path: '/contracts/templates',
            name: 'contract-templates',
            component: () => import('./TemplatesPage.vue'),
            meta: { roles: ['OFFICE', 'ADMIN', 'LEADER'] },
        },
        {
            path: '/contracts/templates/:id/next',
            name: 'next-contract-template',
            component: () => import('./NextTemplatePage.vue'),
            props: true,
            meta: { roles: ['OFFICE'] },
        },
        {
            path: '/contracts/:id',
            name: 'contract',
            component: () => import('./ContractPage.vue'),
            props: true,
            meta: { roles: READERS },
        },
        {
            path: '/contracts/:id/next',
            name: 'next-contract',
            component: () => import('./NextContractPage.vue'),
            props: true,
            meta: { roles: ['OFFICE'] },
        },
    ],
    navigation: [
        { route: 'contracts', label: computed(() => contractTexts.value.title), icon: Document, roles: READERS },
    ],
};

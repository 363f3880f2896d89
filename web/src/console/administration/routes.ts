import { Setting } from '@element-plus/icons-vue';
import { computed } from 'vue';
import type { RouteRecordRaw } from 'vue-router';
import type { Feature } from '../features';
import { may, type Role } from '../session';
import { rolesOf, SUBJECTS, type SubjectName } from './subjects';
import { administrationTexts } from './texts';

const PAGES: Record<SubjectName, () => Promise<unknown>> = {
    users: () => import('./users/UsersPage.vue'),
    departments: () => import('./departments/DepartmentsPage.vue'),
    categories: () => import('./categories/CategoriesPage.vue'),
    limits: () => import('./limits/LimitsPage.vue'),
    calendars: () => import('./calendars/CalendarsPage.vue'),
    recipients: () => import('./recipients/RecipientsPage.vue'),
    notices: () => import('./notices/NoticesPage.vue'),
    keys: () => import('./keys/KeysPage.vue'),
    operations: () => import('./operations/OperationsPage.vue'),
    rebuilds: () => import('./rebuilds/RebuildsPage.vue'),
    archives: () => import('./archives/ArchivesPage.vue'),
};
const READERS: Role[] = [...new Set(SUBJECTS.flatMap(({ roles }): Role[] => [...roles]))];

export const administration: Feature = {
    routes: [
        {
            path: '/administration',
            name: 'administration',
            component: PAGES.users,
            meta: { roles: READERS },
            // Not a redirect: that would be asked before it is known who is signed in.
            beforeEnter: () => ({ name: SUBJECTS.find(({ roles }) => may(...roles))?.route ?? 'not-allowed' }),
        },
        ...SUBJECTS.map(({ route }): RouteRecordRaw => ({
            path: `/administration/${route}`,
            name: route,
            component: PAGES[route],
            meta: { roles: rolesOf(route) },
        })),
    ],
    navigation: [
        {
            route: 'administration',
            label: computed(() => administrationTexts.value.title),
            icon: Setting,
            roles: READERS,
        },
    ],
};

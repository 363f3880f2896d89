import { createRouter, createWebHistory, type RouteRecordRaw, type Router } from 'vue-router';
import { nextTick, watch } from 'vue';
import { ended, may, session, type Role } from './session';
import { features } from './features';

declare module 'vue-router' {
    interface RouteMeta {
        /** Who may see it; everybody signed in when absent. */
        roles?: Role[];
        /** The entry of the navigation it is below, where that is not its feature's first. */
        under?: string;
        /** Shown to whoever is not signed in. */
        open?: boolean;
    }
}

const shellRoutes: RouteRecordRaw[] = [
    { path: '/sign-in', name: 'sign-in', component: () => import('./session/SignInPage.vue'), meta: { open: true } },
    { path: '/password', name: 'password', component: () => import('./session/PasswordPage.vue') },
    { path: '/sessions', name: 'sessions', component: () => import('./session/SessionsPage.vue') },
    { path: '/not-allowed', name: 'not-allowed', component: () => import('./shell/NotAllowedPage.vue') },
    { path: '/:rest(.*)*', name: 'not-found', component: () => import('./shell/NotFoundPage.vue') },
];

export function makeRouter(): Router {
    const router = createRouter({
        history: createWebHistory('/console'),
        routes: [...features.flatMap(({ routes }) => routes), ...shellRoutes],
        scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
    });
    router.beforeEach((to) => {
        if (session.value === null) {
            return to.meta.open ? true : { name: 'sign-in', query: to.path === '/' ? {} : { next: to.fullPath } };
        }
        if (session.value.mustChangePassword && to.name !== 'password') {
            return { name: 'password' };
        }
        if (session.value.foreign && to.name === 'password') {
            return { name: 'sessions', replace: true };
        }
        if (to.name === 'sign-in') {
            return { name: 'home' };
        }
        return to.meta.roles === undefined || may(...to.meta.roles) ? true : { name: 'not-allowed' };
    });
    router.afterEach(async (to, from) => {
        if (from.name !== undefined && to.path !== from.path) {
            // Who uses a screen reader or the keyboard is where the new page begins.
            await nextTick();
            document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
        }
    });
    watch(session, (now) => {
        const here = router.currentRoute.value;
        if (now === null && !here.meta.open) {
            void router.replace({ name: 'sign-in', query: ended.value ? { next: here.fullPath } : {} });
        }
    });
    return router;
}

import { House } from '@element-plus/icons-vue';
import { computed } from 'vue';
import type { Feature } from '../features';
import { homeTexts } from './texts';

export const home: Feature = {
    routes: [{ path: '/', name: 'home', component: () => import('./HomePage.vue') }],
    navigation: [{ route: 'home', label: computed(() => homeTexts.value.title), icon: House }],
};

import { createApp } from 'vue';
import '../shell/style.css';
import AskedFor from './AskedFor.vue';

const token = location.pathname.split('/')[2] ?? '';

createApp(AskedFor, { token }).mount('#app');

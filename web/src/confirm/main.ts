import { createApp } from 'vue';
import '../shell/style.css';
import Confirm from './Confirm.vue';

const token = location.pathname.split('/')[2] ?? '';

createApp(Confirm, { token }).mount('#app');

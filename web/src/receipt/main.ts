import { createApp } from 'vue';
import '../shell/style.css';
import { startSending } from '../outbox';
import Receipt from './Receipt.vue';

const receipt = location.pathname.split('/')[2] ?? '';

createApp(Receipt, { receipt }).mount('#app');
startSending();

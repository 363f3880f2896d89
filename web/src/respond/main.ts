import { createApp } from 'vue';
import '../shell/style.css';
import { keepAvailableOffline } from '../offline/register';
import { startSending } from '../outbox';
import Respond from './Respond.vue';

const token = location.pathname.split('/')[2] ?? '';

createApp(Respond, { token }).mount('#app');
keepAvailableOffline('/s/');
startSending();

import { createApp } from 'vue';
import '../console/console.css';
import '../console/theme';
import { keepAvailableOffline } from '../offline/register';
import Field from './Field.vue';
import { start } from './state';

keepAvailableOffline('/console/visits/mine');
void start();
createApp(Field).mount('#app');

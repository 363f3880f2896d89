import { createApp } from 'vue';
import '../shell/style.css';
import { chosen } from '../i18n';
import { keepAvailableOffline } from '../offline/register';
import { startSending } from '../outbox';
import Kiosk from './Kiosk.vue';
import { lockIn } from './lockIn';

// Whoever set the device up speaks some language; visitors begin in ours.
chosen.value = 'zh-CN';
createApp(Kiosk).mount('#app');
lockIn();
keepAvailableOffline('/kiosk');
startSending();

import { createApp } from 'vue';
import '../shell/style.css';
import Outcomes from './Outcomes.vue';

createApp(Outcomes).mount('#app');

import { createApp } from 'vue';
import '../shell/style.css';
import Box from './Box.vue';

createApp(Box).mount('#app');

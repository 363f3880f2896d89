import { createApp } from 'vue';
import '../shell/style.css';
import Lecture from './Lecture.vue';

const token = location.pathname.split('/')[2] ?? '';

createApp(Lecture, { token }).mount('#app');

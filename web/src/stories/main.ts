import { createApp } from 'vue';
import '../shell/style.css';
import StoryList from './StoryList.vue';
import StoryPage from './StoryPage.vue';

const slug = decodeURIComponent(location.pathname.split('/')[2] ?? '');

createApp(slug === '' ? StoryList : StoryPage, slug === '' ? {} : { slug }).mount('#app');

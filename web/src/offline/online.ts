import { ref } from 'vue';

/** What the browser believes; only an answer proves it. */
export const isOnline = ref(navigator.onLine);

window.addEventListener('online', () => (isOnline.value = true));
window.addEventListener('offline', () => (isOnline.value = false));

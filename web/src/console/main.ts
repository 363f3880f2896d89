import { createApp } from 'vue';
import Console from './Console.vue';
import './console.css';
import { makeRouter } from './router';
import { resume } from './session/signIn';
import './theme';

/** Where somebody may go depends on who they are, so that comes first. */
async function start(): Promise<void> {
    let failure: unknown;
    try {
        await resume();
    } catch (problem) {
        failure = problem;
    }
    createApp(Console, { failure }).use(makeRouter()).mount('#app');
}

void start();

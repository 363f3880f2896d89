import { ref } from 'vue';
import { postBatch } from '../api/survey';
import { boxOfResponses, countWaiting } from './outbox';
import { Sender } from './sender';

export * from './outbox';

/** How many responses wait on this device. */
export const waiting = ref(0);
/** Grows whenever an outcome may have arrived, in this tab or another. */
export const revision = ref(0);

const otherTabs = new BroadcastChannel('huisheng-outbox');
const sender = new Sender(boxOfResponses(postBatch), announce);

/** To be called after anything was handed in, and when the user asks for it. */
export async function sendWaiting(): Promise<void> {
    announce();
    await sender.wake();
}

/** From now on whatever waits is sent as soon as it can be. */
export function startSending(): void {
    otherTabs.onmessage = () => void look();
    window.addEventListener('online', () => void sender.wake());
    document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') {
            void sender.wake();
        }
    });
    void look();
    void sender.wake();
}

function announce(): void {
    void look();
    otherTabs.postMessage('changed');
}

async function look(): Promise<void> {
    waiting.value = await countWaiting();
    revision.value++;
}

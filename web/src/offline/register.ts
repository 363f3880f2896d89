const SCRIPT = '/service-worker.js';

/**
 * Lets the pages under the scope open without a network. Only an encrypted or local page may; elsewhere they work as long
 * as they stay open.
 */
export function keepAvailableOffline(scope: string): void {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) {
        return;
    }
    navigator.serviceWorker
        .register(SCRIPT, { scope, updateViaCache: 'none' })
        .catch((reason: unknown) => console.warn('This page will not open offline', reason));
}

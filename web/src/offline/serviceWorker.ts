/// <reference lib="webworker" />
import type { Shell } from './shell';

// Filled in by the build: for each scope the page and everything it loads.
declare const __SHELLS__: Record<string, Shell>;
declare const self: ServiceWorkerGlobalScope;

const scope = new URL(self.registration.scope).pathname;
const shell = __SHELLS__[scope];
const prefix = `huisheng ${scope} `;
const cacheName = prefix + shell?.version;

self.addEventListener('install', (event) => {
    if (shell) {
        event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(shell.files)));
        // A page loads all it needs when it opens, so it can be replaced under its feet; a kiosk's page is never closed.
        void self.skipWaiting();
    }
});

self.addEventListener('activate', (event) => {
    event.waitUntil(forgetOldShells().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
    const url = new URL(event.request.url);
    if (!shell || event.request.method !== 'GET' || url.origin !== self.location.origin) {
        return;
    }
    if (event.request.mode === 'navigate' && url.pathname.startsWith(scope)) {
        event.respondWith(kept(shell.page, event.request));
    } else if (shell.files.includes(url.pathname)) {
        event.respondWith(kept(url.pathname, event.request));
    }
});

/** From the cache even when online: page and assets are then always of one build, and a bad network costs no time. */
async function kept(path: string, request: Request): Promise<Response> {
    const cache = await caches.open(cacheName);
    return (await cache.match(path)) ?? fetch(request);
}

async function forgetOldShells(): Promise<void> {
    const names = await caches.keys();
    await Promise.all(
        names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)),
    );
}

const LEAVING_KEYS = /^(F\d+|BrowserBack|BrowserForward|BrowserHome|BrowserRefresh|ContextMenu)$/;

/** Closes the ways out of the page that a page can close; the rest is the browser's kiosk mode. */
export function lockIn(): void {
    history.pushState(null, '', location.href);
    window.addEventListener('popstate', () => history.pushState(null, '', location.href));
    for (const gesture of ['contextmenu', 'dragstart', 'drop', 'dragover'] as const) {
        document.addEventListener(gesture, (event) => event.preventDefault());
    }
    document.addEventListener('click', stayHere, { capture: true });
    document.addEventListener('keydown', refuseShortcuts, { capture: true });
    document.addEventListener('visibilitychange', () => void keepAwake());
    void keepAwake();
}

/** Only a touch may ask for it, so it is asked for with each visitor's first. */
export async function fillTheScreen(): Promise<void> {
    if (!document.fullscreenElement && document.fullscreenEnabled) {
        await document.documentElement.requestFullscreen({ navigationUI: 'hide' }).catch(() => undefined);
    }
}

/** A questionnaire's own texts may hold links. */
function stayHere(event: Event): void {
    if (event.target instanceof Element && event.target.closest('a[href]')) {
        event.preventDefault();
    }
}

function refuseShortcuts(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || LEAVING_KEYS.test(event.key)) {
        event.preventDefault();
    }
}

async function keepAwake(): Promise<void> {
    if ('wakeLock' in navigator && document.visibilityState === 'visible') {
        // Refused on a low battery; the screen then sleeps as the system says.
        await navigator.wakeLock.request('screen').catch(() => undefined);
    }
}

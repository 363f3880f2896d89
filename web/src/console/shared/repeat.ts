import { onScopeDispose } from 'vue';

/** Again and again while the page is shown and looked at; in a hidden tab nobody would see it. */
export function useRepeat(what: () => unknown, seconds: number): void {
    const timer = setInterval(() => {
        if (!document.hidden) {
            void what();
        }
    }, seconds * 1000);
    onScopeDispose(() => clearInterval(timer));
}

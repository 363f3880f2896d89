import { ref, watchEffect } from 'vue';

export type Theme = 'system' | 'light' | 'dark';

const REMEMBERED = 'huisheng.theme';
const system = window.matchMedia('(prefers-color-scheme: dark)');

export const theme = ref<Theme>(recall());
/** Whether it is dark now, whoever decided so. */
export const dark = ref(false);

system.addEventListener('change', show);
watchEffect(show);

export function chooseTheme(wanted: Theme): void {
    theme.value = wanted;
    try {
        localStorage.setItem(REMEMBERED, wanted);
    } catch {
        // Storage is blocked: the choice holds for this visit.
    }
}

function show(): void {
    dark.value = theme.value === 'dark' || (theme.value === 'system' && system.matches);
    document.documentElement.classList.toggle('dark', dark.value);
}

function recall(): Theme {
    try {
        const stored = localStorage.getItem(REMEMBERED);
        return stored === 'light' || stored === 'dark' ? stored : 'system';
    } catch {
        return 'system';
    }
}

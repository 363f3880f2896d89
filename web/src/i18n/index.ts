import { computed, ref, watchEffect } from 'vue';
import { en } from './en';
import { preferred, type Locale } from './preferred';
import { sizeIn } from './size';
import { zhCN, type Messages } from './zhCN';

export type { Messages } from './zhCN';
export type { Locale } from './preferred';

export const catalogues: Record<Locale, Messages> = { 'zh-CN': zhCN, en };

const names: Record<string, string> = { 'zh-CN': '中文', en: 'English' };

/** As those call it who speak it. */
export function nameOf(language: string): string {
    try {
        return names[language] ?? new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
    } catch {
        return language; // none that the browser has heard of
    }
}

const REMEMBERED = 'huisheng.locale';
const BUSINESS_ZONE = 'Asia/Shanghai';
const BUSINESS_OFFSET = 8 * 3_600_000;
const DAY = 24 * 3_600_000;

/** What somebody chose: a language of ours, or one that only the questionnaire speaks. */
export const chosen = ref<string | null>(recall());
export const locale = computed<Locale>(() => preferred(chosen.value, browserLanguages()));
export const t = computed(() => catalogues[locale.value]);

watchEffect(() => {
    document.documentElement.lang = locale.value;
});

/** Shown from now on, and the next time. */
export function choose(language: string): void {
    chosen.value = language;
    try {
        localStorage.setItem(REMEMBERED, language);
    } catch {
        // Storage is blocked: the choice holds for this visit.
    }
}

export function browserLanguages(): readonly string[] {
    return navigator.languages ?? [];
}

function recall(): string | null {
    try {
        return localStorage.getItem(REMEMBERED);
    } catch {
        return null;
    }
}

export function formatDate(instant: string): string {
    return new Intl.DateTimeFormat(locale.value, { dateStyle: 'long' }).format(new Date(instant));
}

/** Of some things only the day is told, as its first moment where the business is. */
export function formatDay(instant: string): string {
    return new Intl.DateTimeFormat(locale.value, { dateStyle: 'long', timeZone: BUSINESS_ZONE }).format(
        new Date(instant),
    );
}

export function formatTime(instant: string): string {
    if ((Date.parse(instant) + BUSINESS_OFFSET) % DAY === 0) {
        return formatDay(instant);
    }
    return new Intl.DateTimeFormat(locale.value, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(instant));
}

/** When something takes place: by the clock on the wall there, wherever the browser is. */
export function formatTimeThere(instant: string): string {
    return new Intl.DateTimeFormat(locale.value, {
        dateStyle: 'long',
        timeStyle: 'short',
        timeZone: BUSINESS_ZONE,
    }).format(new Date(instant));
}

export function formatSize(bytes: number): string {
    return sizeIn(locale.value, bytes);
}

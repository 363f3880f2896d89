import type { StoryLine } from '../api/stories';
import { locale } from '../i18n';

/** What is said of a story in the language that is read, with the language it is said in. */
export function headOf(story: StoryLine) {
    return locale.value === 'en' && story.titleEn && story.summaryEn
        ? { lang: 'en', title: story.titleEn, summary: story.summaryEn }
        : { lang: 'zh-CN', title: story.title, summary: story.summary };
}

export function departmentOf(story: StoryLine): string {
    return (locale.value === 'en' ? story.departmentNameEn : story.departmentName) ?? '';
}

export function monthName(month: string): string {
    return new Intl.DateTimeFormat(locale.value, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
        new Date(`${month}-01T00:00:00Z`),
    );
}

export function dayName(day: string): string {
    return new Intl.DateTimeFormat(locale.value, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${day}T00:00:00Z`),
    );
}

import type { OfFeedback } from '../api';
import { given } from '../shared/lines';

export type StoryWhole = OfFeedback['StoryView'];
export type StoryRequest = OfFeedback['StoryRequest'];

export interface PictureForm {
    picture: string;
    words: string;
    wordsEn: string;
}

export interface StoryForm {
    department: string;
    title: string;
    summary: string;
    body: string;
    titleEn: string;
    summaryEn: string;
    bodyEn: string;
    cases: string[];
    projects: string[];
    /** Those that are shown, in their order. */
    pictures: PictureForm[];
}

export function emptyForm(department: string): StoryForm {
    return {
        department,
        title: '',
        summary: '',
        body: '',
        titleEn: '',
        summaryEn: '',
        bodyEn: '',
        cases: [],
        projects: [],
        pictures: [],
    };
}

export function formOf(whole: StoryWhole): StoryForm {
    return {
        department: whole.story.department,
        title: whole.story.title,
        summary: whole.story.summary,
        body: whole.body,
        titleEn: whole.titleEn ?? '',
        summaryEn: whole.summaryEn ?? '',
        bodyEn: whole.bodyEn ?? '',
        cases: [...whole.cases],
        projects: [...whole.projects],
        pictures: whole.pictures.map(({ picture, words, wordsEn }) => ({ picture, words, wordsEn: wordsEn ?? '' })),
    };
}

export function requestOf(form: StoryForm, id?: string): StoryRequest {
    return {
        id,
        department: given(form.department),
        title: form.title,
        summary: form.summary,
        body: form.body,
        titleEn: given(form.titleEn),
        summaryEn: given(form.summaryEn),
        bodyEn: given(form.bodyEn),
        cases: form.cases,
        projects: form.projects,
        pictures: form.pictures.map(({ picture, words, wordsEn }) => ({ picture, words, wordsEn: given(wordsEn) })),
    };
}

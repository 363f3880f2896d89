import { ask, read } from './http';

/** The case library as feedback-service shows it to everybody. */
export interface Picture {
    picture: string;
    words: string;
    wordsEn?: string | null;
}

export interface StoryLine {
    slug: string;
    title: string;
    summary: string;
    titleEn?: string | null;
    summaryEn?: string | null;
    departmentName?: string | null;
    departmentNameEn?: string | null;
    publishedOn: string;
    cover?: Picture | null;
    month?: string | null;
}

export interface Story {
    story: StoryLine;
    body: string;
    bodyEn?: string | null;
    pictures: Picture[];
}

export interface Stories {
    ofMonth?: StoryLine | null;
    items: StoryLine[];
    next?: string | null;
}

const BASE = '/api/feedback/v1/published-stories';

function addressOf(slug: string): string {
    return `${BASE}/${encodeURIComponent(slug)}`;
}

export function pictureAddress(slug: string, picture: Picture): string {
    return `${addressOf(slug)}/pictures/${encodeURIComponent(picture.picture)}`;
}

export function codeAddress(slug: string): string {
    return `${addressOf(slug)}/qr.svg`;
}

/** @param words that stand in them; empty for all */
export async function getStories(words: string, cursor?: string): Promise<Stories> {
    const query = new URLSearchParams({ limit: '20' });
    if (words !== '') {
        query.set('q', words);
    }
    if (cursor !== undefined) {
        query.set('cursor', cursor);
    }
    return read(await ask(`${BASE}?${query.toString()}`, {}));
}

export async function getStory(slug: string): Promise<Story> {
    return read(await ask(addressOf(slug), {}));
}

import { ask, read } from './http';
import type { Answer } from './feedback';

/** The suggestion box and what everybody is told, as feedback-service has them. */
export interface BoxReceipt {
    code: string;
    day: string;
    passedOnAt: string;
}

export type Stage = 'RECEIVED' | 'IN_PROGRESS' | 'RESOLVED' | 'CONFIRMED' | 'DISPUTED' | 'CLOSED';

export interface Line {
    seq: number;
    day: string;
    by: 'YOU' | 'THEM';
    /** May be one that came after this page. */
    step: string;
    note?: string;
    actionTaken?: string;
    rating?: number;
}

export interface Waiting {
    day: string;
    kind: 'MESSAGE' | 'CONFIRMED' | 'DISPUTED';
    text?: string | null;
    rating?: number | null;
    tooLate: boolean;
}

export interface Dialogue {
    day: string;
    text: string;
    stage?: Stage | null;
    departmentName?: string | null;
    question?: { attempt: number; actionTaken: string } | null;
    lines: Line[];
    waiting: Waiting[];
    open: boolean;
    wordsLeft: number;
    next?: string | null;
}

export interface Outcome {
    id: string;
    side: 'EMPLOYEE' | 'GOVERNMENT' | 'ENTERPRISE' | 'CUSTOMER';
    month: string;
    departmentName?: string | null;
    departmentNameEn?: string | null;
    youSaid: string;
    weDid: string;
    youSaidEn?: string | null;
    weDidEn?: string | null;
    publishedOn: string;
}

export interface Outcomes {
    items: Outcome[];
    next?: string | null;
}

const BASE = '/api/feedback/v1/suggestions';

/** Never in an address: those are kept in histories and logs. */
function opening(code: string) {
    return { 'Receipt-Code': code };
}

export interface Choice {
    code: string;
    name: string;
    nameEn: string;
}

/** The first one says nothing. */
export async function getChoices(): Promise<Choice[]> {
    return (await read<{ items: Choice[] }>(await ask(`${BASE}/categories`, {}))).items;
}

/** @param category what it is about; left out, nothing in particular */
export async function suggest(id: string, text: string, category: string, locale: string): Promise<BoxReceipt> {
    const said = category === '' ? { id, text, locale } : { id, text, category, locale };
    return read(await ask(BASE, { body: said }));
}

export async function getDialogue(code: string, cursor?: string): Promise<Dialogue> {
    const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    return read(await ask(`${BASE}/dialogue${query}`, { headers: opening(code) }));
}

export async function addMessage(code: string, id: string, text: string): Promise<Dialogue> {
    return read(await ask(`${BASE}/dialogue/messages`, { headers: opening(code), body: { id, text } }));
}

export async function giveVerdict(code: string, attempt: number, answer: Answer): Promise<Dialogue> {
    return read(await ask(`${BASE}/dialogue/verdict`, { headers: opening(code), body: { attempt, ...answer } }));
}

/** As a picture that can be shown without asking anybody for it. */
export async function getQrCode(code: string): Promise<string> {
    const answer = await ask(`${BASE}/dialogue/qr.svg`, { headers: { ...opening(code), Accept: 'image/svg+xml' } });
    return `data:image/svg+xml,${encodeURIComponent(await answer.text())}`;
}

export async function getOutcomes(side: string, cursor?: string): Promise<Outcomes> {
    const query = new URLSearchParams({ limit: '20' });
    if (side !== '') {
        query.set('side', side);
    }
    if (cursor !== undefined) {
        query.set('cursor', cursor);
    }
    return read(await ask(`/api/feedback/v1/outcomes?${query.toString()}`, {}));
}

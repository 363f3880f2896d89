import { ask, read } from './http';

/** The one place that knows feedback-service's interface; its words are those of the contract. */
export type QuestionState = 'OPEN' | 'CONFIRMED' | 'DISPUTED' | 'EXPIRED' | 'SUPERSEDED' | 'CLOSED';

export interface PublicStep {
    at: string;
    /** May be one that came after this page. */
    step: string;
    note?: string;
}

/** Something the department meant the stakeholder to see. */
export interface FileLine {
    id: string;
    name: string;
    mediaType: string;
    size: number;
}

/** Of a case that cannot be answered about any more only the state is told. */
export interface Question {
    state: QuestionState;
    expiresAt: string;
    title?: string | null;
    departmentName?: string | null;
    actionTaken?: string | null;
    steps: PublicStep[];
    attachments: FileLine[];
}

export type Answer =
    { outcome: 'CONFIRMED'; rating: number; comment?: string } | { outcome: 'DISPUTED'; reason: string };

const BASE = '/api/feedback/v1/confirmations/';

/** Leaves as a download; the link is what lets it. */
export function fileAddress(token: string, file: FileLine): string {
    return `${BASE}${encodeURIComponent(token)}/attachments/${encodeURIComponent(file.id)}`;
}

interface ReceiptLink {
    token: string;
}

/** By which somebody is asked: never in an address. */
export interface AskedBy {
    /** Of each case of the answer that was resolved: whether they agree. */
    confirmations: string[];
    /** Of each case that waits for something they are asked for. */
    inquiries: string[];
}

export async function getTokens(receipt: string): Promise<AskedBy> {
    const answer = await ask('/api/feedback/v1/receipt-confirmations', { body: { receipt } });
    const { items, inquiries } = await read<{ items: ReceiptLink[]; inquiries: ReceiptLink[] }>(answer);
    return { confirmations: items.map(({ token }) => token), inquiries: inquiries.map(({ token }) => token) };
}

export async function getQuestion(token: string): Promise<Question> {
    return read(await ask(BASE + encodeURIComponent(token), {}));
}

export async function postAnswer(token: string, answer: Answer): Promise<Question> {
    return read(await ask(BASE + encodeURIComponent(token), { body: answer }));
}

export type InquiryState = 'OPEN' | 'ANSWERED' | 'EXPIRED' | 'SUPERSEDED';

/** What a department needs to go on. Of one that cannot be answered any more only the state is told. */
export interface Inquiry {
    state: InquiryState;
    expiresAt: string;
    title?: string | null;
    departmentName?: string | null;
    question?: string | null;
    answer?: string | null;
    /** When the department goes on without an answer. */
    awaitedUntil?: string | null;
}

const INQUIRIES = '/api/feedback/v1/inquiries/';

export async function getInquiry(token: string): Promise<Inquiry> {
    return read(await ask(INQUIRIES + encodeURIComponent(token), {}));
}

export async function answerInquiry(token: string, answer: string): Promise<Inquiry> {
    return read(await ask(INQUIRIES + encodeURIComponent(token), { body: { answer } }));
}

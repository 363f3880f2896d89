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

/** Of each case of the answer that waits for a word the token by which it is asked about. Never in an address. */
export async function getTokens(receipt: string): Promise<string[]> {
    const answer = await ask('/api/feedback/v1/receipt-confirmations', { body: { receipt } });
    return (await read<{ items: ReceiptLink[] }>(answer)).items.map(({ token }) => token);
}

export async function getQuestion(token: string): Promise<Question> {
    return read(await ask(BASE + encodeURIComponent(token), {}));
}

export async function postAnswer(token: string, answer: Answer): Promise<Question> {
    return read(await ask(BASE + encodeURIComponent(token), { body: answer }));
}

import { ask, read } from './http';

/** The door of a lecture, as feedback-service has it. */
export interface Door {
    status: 'PLANNED' | 'OPEN' | 'HELD' | 'CANCELLED';
    topic: string;
    place: string;
    startsAt: string;
    departmentName: string;
    /** None unless it is open. */
    departments: { code: string; name: string }[];
    /** Links of questionnaires. */
    before?: string | null;
    after?: string | null;
}

const BASE = '/api/feedback/v1/lecture-sign-ins/';

export async function lookAtDoor(token: string): Promise<Door> {
    return read(await ask(BASE + encodeURIComponent(token), {}));
}

/** Again and again with the same answer: a person signs in once. */
export async function signIn(token: string, staffNumber: string, department: string): Promise<Door> {
    return read(await ask(BASE + encodeURIComponent(token), { body: { staffNumber, department } }));
}

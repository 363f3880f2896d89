import type { DBSchema, IDBPDatabase } from 'idb';
import type { Problem } from '../api/problem';
import type { Answers, KioskEnrolment, LinkTarget, Submission } from '../api/survey';
import { connection } from './connection';

/** A questionnaire as last seen, so that its page opens without a network. */
export interface KeptLink {
    token: string;
    target: LinkTarget;
}

/** What somebody has filled in so far. */
export interface Draft {
    link: string;
    version: number;
    answers: Answers;
    page: number;
    startedAt: string;
}

/** A response handed in on this device that nobody has acknowledged yet. The place is given by the database. */
export interface Waiting {
    place?: number;
    submission: Submission;
}

/** What the service said of a response. Answers are kept only if they were refused. */
export interface Outcome {
    responseId: string;
    link: string;
    settledAt: string;
    receipt?: string;
    refusal?: { problem: Problem; submission: Submission };
}

/** This device as a kiosk. */
export interface Enrolled extends KioskEnrolment {
    key: 'this';
    lastSequence: number;
}

interface Schema extends DBSchema {
    links: { key: string; value: KeptLink };
    drafts: { key: string; value: Draft };
    outbox: { key: number; value: Waiting; indexes: { link: string } };
    outcomes: { key: string; value: Outcome; indexes: { link: string } };
    kiosk: { key: string; value: Enrolled };
}

export type Database = IDBPDatabase<Schema>;

/** The one database of this device, shared by all tabs. */
export const database = connection<Schema>('huisheng', 1, (db) => {
    db.createObjectStore('links', { keyPath: 'token' });
    db.createObjectStore('drafts', { keyPath: 'link' });
    db.createObjectStore('outbox', { keyPath: 'place', autoIncrement: true }).createIndex('link', 'submission.link');
    db.createObjectStore('outcomes', { keyPath: 'responseId' }).createIndex('link', 'link');
    db.createObjectStore('kiosk', { keyPath: 'key' });
});

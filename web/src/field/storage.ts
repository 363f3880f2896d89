import type { DBSchema } from 'idb';
import type { Problem } from '../api/problem';
import type { OfFeedback } from '../console/api';
import { connection } from '../storage/connection';
import type { Draft } from './draft';

export type Visit = OfFeedback['VisitView'];
export type Completion = OfFeedback['CompletionItem'] & { visitId: string };

/** A visit as last seen, so that it can be read at the door. */
export interface KeptVisit {
    id: string;
    user: string;
    visit: Visit;
}

/** What was reported on this device and nobody has acknowledged. */
export interface Report {
    visitId: string;
    user: string;
    enterpriseName: string;
    /** Its id, so that what the office has called off or given to somebody else meanwhile can be handed in by itself. */
    enterprise?: string;
    savedAt: string;
    completion: Completion;
    /** Why the service will not have it; then its surveyor has to look at it again. */
    refusal?: Problem;
}

export interface Choice {
    value: string;
    name: string;
    nameEn?: string | null;
}

/** What somebody is writing: a telephone throws pages away while its owner takes a call. */
export interface KeptDraft {
    visitId: string;
    user: string;
    draft: Draft;
}

/** Whose device this is, and what they choose from. */
export interface Surveyor {
    key: 'this';
    username: string;
    name: string;
    keptAt: string;
    parks: Choice[];
    categories: Choice[];
    departments: Choice[];
}

interface Schema extends DBSchema {
    visits: { key: string; value: KeptVisit; indexes: { user: string } };
    reports: { key: string; value: Report; indexes: { user: string } };
    drafts: { key: string; value: KeptDraft; indexes: { user: string } };
    surveyor: { key: string; value: Surveyor };
}

/** Apart from that of the respondents' pages: here are names of people, and they go when somebody else signs in. */
export const fieldDatabase = connection<Schema>('huisheng-field', 2, (db) => {
    // A telephone that was in use brings its reports along.
    if (!db.objectStoreNames.contains('reports')) {
        db.createObjectStore('visits', { keyPath: 'id' }).createIndex('user', 'user');
        db.createObjectStore('reports', { keyPath: 'visitId' }).createIndex('user', 'user');
        db.createObjectStore('surveyor', { keyPath: 'key' });
    }
    db.createObjectStore('drafts', { keyPath: 'visitId' }).createIndex('user', 'user');
});

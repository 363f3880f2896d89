import type { DBSchema } from 'idb';
import type { Problem } from '../api/problem';
import type { OfFeedback } from '../console/api';
import { connection } from '../storage/connection';

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
    surveyor: { key: string; value: Surveyor };
}

/** Apart from that of the respondents' pages: here are names of people, and they go when somebody else signs in. */
export const fieldDatabase = connection<Schema>('huisheng-field', 1, (db) => {
    db.createObjectStore('visits', { keyPath: 'id' }).createIndex('user', 'user');
    db.createObjectStore('reports', { keyPath: 'visitId' }).createIndex('user', 'user');
    db.createObjectStore('surveyor', { keyPath: 'key' });
});

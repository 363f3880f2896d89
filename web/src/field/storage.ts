import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Problem } from '../api/problem';
import type { OfFeedback } from '../console/api';

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

const NAME = 'huisheng-field';
const VERSION = 1;

let opened: Promise<IDBPDatabase<Schema>> | undefined;

/** Apart from that of the respondents' pages: here are names of people, and they go when somebody else signs in. */
export function fieldDatabase(): Promise<IDBPDatabase<Schema>> {
    opened ??= openDB<Schema>(NAME, VERSION, {
        upgrade(db) {
            db.createObjectStore('visits', { keyPath: 'id' }).createIndex('user', 'user');
            db.createObjectStore('reports', { keyPath: 'visitId' }).createIndex('user', 'user');
            db.createObjectStore('surveyor', { keyPath: 'key' });
        },
        blocking(_current, _blocked, event) {
            opened = undefined;
            (event.target as IDBDatabase).close();
        },
        terminated() {
            opened = undefined;
        },
    });
    opened.catch(() => {
        opened = undefined;
    });
    return opened;
}

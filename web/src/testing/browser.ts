import 'fake-indexeddb/auto';
import { beforeEach } from 'vitest';
import { database } from '../storage/database';

// What the modules ask of a browser beside its database, which is a whole one.
Object.assign(globalThis, {
    document: { documentElement: { lang: 'zh-CN' }, getElementById: () => null, createElement: () => ({}) },
    navigator: {},
});

beforeEach(async () => {
    const db = await database();
    await Promise.all(Array.from(db.objectStoreNames, (store) => db.clear(store)));
});

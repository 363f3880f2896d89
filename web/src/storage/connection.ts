import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/**
 * A database of this device, as every tab reaches it: opened when first asked for, and again after it was lost or had to
 * make way for a newer build in another tab.
 */
export function connection<Schema extends DBSchema>(
    name: string,
    version: number,
    upgrade: (database: IDBPDatabase<Schema>) => void,
): () => Promise<IDBPDatabase<Schema>> {
    let opened: Promise<IDBPDatabase<Schema>> | undefined;
    return () => {
        opened ??= openDB<Schema>(name, version, {
            upgrade,
            blocking(_current, _blocked, event) {
                // A newer build in another tab needs the database; this one opens it again when it has to.
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
    };
}

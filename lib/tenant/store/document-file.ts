import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** One document as the file holds it. */
export interface StoredDocument {
  collection: string;
  id: string;
  body: string;
}

interface Change {
  collection: string;
  id: string;
  /** `undefined` deletes. */
  document: object | undefined;
}

/** Where changes are written behind the collections' backs. */
export interface DocumentFile {
  /** In the order in which they were first written. */
  stored(): Iterable<StoredDocument>;
  write(collection: string, id: string, document: object | undefined): void;
  close(): void;
}

/** A file for a store that lives in memory only. */
export const noFile: DocumentFile = { stored: () => [], write() {}, close() {} };

const formatVersion = 1;

/**
 * Opens the tenant's SQLite file, which belongs to one process at a time. Everything that is written within one turn
 * of the event loop is one transaction at its end; after a crash the file holds every transaction that ended.
 */
export function openDocumentFile(path: string): DocumentFile {
  mkdirSync(dirname(path), { recursive: true });
  const database = openDatabase(path);
  const upsert = database.prepare(
    'INSERT INTO document (collection, id, body) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body',
  );
  const remove = database.prepare('DELETE FROM document WHERE collection = ? AND id = ?');
  let changes = new Map<string, Change>();
  let scheduled: NodeJS.Immediate | undefined;

  function flush(): void {
    clearImmediate(scheduled);
    scheduled = undefined;
    if (changes.size === 0) return;
    database.exec('BEGIN');
    for (const change of changes.values()) apply(change, upsert, remove);
    database.exec('COMMIT');
    changes = new Map();
  }

  return {
    *stored() {
      for (const row of database
        .prepare('SELECT collection, id, body FROM document ORDER BY position')
        .iterate()) {
        yield { collection: String(row.collection), id: String(row.id), body: String(row.body) };
      }
    },
    write(collection, id, document) {
      changes.set(`${collection}\n${id}`, { collection, id, document });
      scheduled ??= setImmediate(flush);
    },
    close() {
      flush();
      database.close();
    },
  };
}

function apply({ collection, id, document }: Change, upsert: StatementSync, remove: StatementSync): void {
  if (document === undefined) remove.run(collection, id);
  else upsert.run(collection, id, JSON.stringify(document));
}

function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  try {
    chmodSync(path, 0o600);
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
    if (version !== 0 && version !== formatVersion) throw new Error(`it is of version ${version}`);
    database.exec(
      `BEGIN IMMEDIATE;
       CREATE TABLE IF NOT EXISTS document (
         position INTEGER PRIMARY KEY, collection TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
         UNIQUE (collection, id)
       );
       PRAGMA user_version = ${formatVersion};
       COMMIT`,
    );
    return database;
  } catch (error) {
    database.close();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The tenant's file ${path} cannot be opened: ${reason}. Nothing was changed. ` +
        'Is another tenant running on it? Otherwise move it away or start over.',
      { cause: error },
    );
  }
}

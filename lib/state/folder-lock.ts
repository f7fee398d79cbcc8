import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface FolderLock {
  release(): void;
}

/**
 * Takes a folder for this process alone. The lock is one of the operating system's on a file in it, held by
 * way of SQLite: it ends with the process, however that ends, so that none is ever left behind.
 * @throws Error with a sentence that names who holds the folder
 */
export function lockFolder(folder: string): FolderLock {
  const holderFile = path.join(folder, 'lock.pid');
  const lock = new DatabaseSync(path.join(folder, 'lock.sqlite'));
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!(error instanceof Error && /locked|busy/i.test(error.message))) throw error;
    throw new Error(
      `it is in use by another server (${holderIn(holderFile)}). End that one, give this one another folder (STATE_DIR), or let both share a PostgreSQL (DATABASE_URL)`,
    );
  }
  writeFileSync(holderFile, `${process.pid}\n`);
  return { release: () => lock.close() };
}

function holderIn(file: string): string {
  try {
    return `process ${readFileSync(file, 'utf8').trim()}`;
  } catch {
    return 'a process that has not said its number';
  }
}

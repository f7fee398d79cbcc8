import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGliteDialect } from 'kysely';
import { lockFolder } from './folder-lock.ts';
import type { OpenDatabase } from './open-database.ts';

/**
 * Opens the database in a folder, which is PostgreSQL in this very process, and keeps every other process out.
 * A new database is made beside its place and moved there when it is whole, so that a process that ends in
 * between leaves nothing half-made behind.
 * @throws Error with a sentence when another process holds the folder
 */
export async function openFolder(folder: string): Promise<OpenDatabase> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(folder);
  try {
    const place = path.join(folder, 'database');
    if (!existsSync(place)) await makeDatabase(place);
    const database = await PGlite.create({ dataDir: place });
    return {
      dialect: new PGliteDialect({ pglite: database }),
      isShared: false,
      afterClose: () => lock.release(),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function makeDatabase(place: string): Promise<void> {
  const making = `${place}.new`;
  rmSync(making, { recursive: true, force: true });
  const database = await PGlite.create({ dataDir: making });
  await database.close();
  renameSync(making, place);
}

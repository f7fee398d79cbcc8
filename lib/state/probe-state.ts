import { accessSync, constants, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { Kysely, sql } from 'kysely';
import { openServer } from './open-server.ts';
import { openState, type StatePlace } from './state.ts';

/**
 * Why Steward's own data could not be reached or written at this place; nothing when it can. Makes and changes nothing.
 */
export async function problemOfState({ databaseUrl, folder }: StatePlace): Promise<string | undefined> {
  try {
    if (databaseUrl) await askServer(databaseUrl);
    else requireWritable(path.resolve(folder));
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) return String(error);
    const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
    return error.message || code || error.name;
  }
}

async function askServer(address: string): Promise<void> {
  const db = new Kysely<object>({ dialect: openServer(address).dialect });
  try {
    await sql`select 1`.execute(db);
  } finally {
    await db.destroy();
  }
}

/** A folder that is not there yet is made by the server, in the nearest one that is. */
function requireWritable(folder: string): void {
  if (!existsSync(folder)) {
    requireWritable(path.dirname(folder));
    return;
  }
  if (!statSync(folder).isDirectory()) throw new Error(`${folder} is no folder`);
  accessSync(folder, constants.W_OK | constants.X_OK);
}

/**
 * Asks the process's own database the smallest of questions.
 * @throws what the database threw
 */
export async function pingState(): Promise<void> {
  const { db } = await openState();
  await db.selectFrom('schema_version').select('version').executeTakeFirstOrThrow();
}

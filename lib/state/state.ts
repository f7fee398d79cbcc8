import path from 'node:path';
import { Kysely } from 'kysely';
import { env } from '#lib/env.ts';
import { Turns } from '#lib/turns.ts';
import { migrate } from './migrate.ts';
import { untilWritten } from './on-their-way.ts';
import type { OpenDatabase } from './open-database.ts';
import { openFolder } from './open-folder.ts';
import { openServer } from './open-server.ts';
import { type StateTables, schemaName } from './schema.ts';

/** Steward's own data, opened and with its tables up to date. */
export interface State {
  db: Kysely<StateTables>;
  /** Whether other servers may write there at the same time. */
  isShared: boolean;
  /** Whose turn it is, in this process, to read and then write custom data. */
  customDataTurns: Turns;
  close(): Promise<void>;
}

/** Where Steward's own data is kept. */
export interface StatePlace {
  databaseUrl?: string;
  folder: string;
}

const key = Symbol.for('steward.state');
const holder: typeof globalThis & { [key]?: Promise<State> } = globalThis;

/**
 * The process's one state, opened by its first use; bundles of the same process share it.
 * @throws Error with a sentence that says which place cannot be used, and why
 */
export function openState(): Promise<State> {
  const { DATABASE_URL, STATE_DIR } = env();
  holder[key] ??= openStateAt({ databaseUrl: DATABASE_URL, folder: STATE_DIR }).catch((error: unknown) => {
    delete holder[key];
    throw error;
  });
  return holder[key];
}

/** The state where it is open; opens nothing. */
export function stateIfOpen(): Promise<State> | undefined {
  return holder[key];
}

/**
 * Closes what is open; the next use opens it again. What was written is kept, closed or not, and what is on its way
 * is written first: it would open the state anew.
 */
export async function closeState(): Promise<void> {
  await untilWritten();
  const opened = holder[key];
  delete holder[key];
  await (await opened)?.close();
}

/** Opens the server's database where an address is given, else the one in the folder. */
export async function openStateAt({ databaseUrl, folder }: StatePlace): Promise<State> {
  const place = databaseUrl ? `at ${new URL(databaseUrl).host}` : `in ${path.resolve(folder)}`;
  try {
    return await ready(databaseUrl ? openServer(databaseUrl) : await openFolder(path.resolve(folder)));
  } catch (error) {
    const why = error instanceof Error ? reasonIn(error) : String(error);
    throw new Error(`Steward cannot use its own data ${place}: ${why}.`, { cause: error });
  }
}

async function ready({ dialect, isShared, afterClose }: OpenDatabase): Promise<State> {
  const db = new Kysely<StateTables>({ dialect });
  const close = async () => {
    await db.destroy();
    afterClose();
  };
  try {
    const inSchema = db.withSchema(schemaName);
    await migrate(inSchema);
    return { db: inSchema, isShared, customDataTurns: new Turns(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Node gives no message when none of a name's addresses could be reached. */
function reasonIn(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return error.message || code || error.name;
}

import { rm } from 'node:fs/promises';
import { closeState } from '#lib/state/state.ts';
import { freshStateFolder } from './state-folder.ts';

/**
 * Gives the tests of one file a state of their own, by the variables that `lib/env.ts` reads: a database in the
 * run's PostgreSQL, or a folder. Where the test has set one itself, that stays.
 * @returns what closes it at the end
 */
export async function giveOwnState(): Promise<() => Promise<void>> {
  const { DATABASE_URL, STATE_DIR, TEST_STATE, TEST_STATE_TEMPLATE: template } = process.env;
  if (DATABASE_URL || STATE_DIR) return closeState;
  if (TEST_STATE !== 'folder' && template) {
    process.env.DATABASE_URL = await copyOf(template);
    return closeState;
  }
  const folder = await freshStateFolder();
  process.env.STATE_DIR = folder;
  return async () => {
    await closeState();
    await rm(folder, { recursive: true, force: true });
  };
}

async function copyOf(template: string): Promise<string> {
  const { Client } = (await import('pg')).default;
  const from = new URL(template);
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  const client = new Client(new URL('/postgres', from).href);
  await client.connect();
  await client.query(`create database ${name} template ${from.pathname.slice(1)}`);
  await client.end();
  return new URL(`/${name}`, from).href;
}

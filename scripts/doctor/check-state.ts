import path from 'node:path';
import type { Environment } from '#lib/env.ts';
import { problemOfState } from '#lib/state/probe-state.ts';
import { type Finding, right, wrong } from './finding.ts';

/** Whether Steward's own data can be reached: the folder is writable, or the database answers. */
export async function checkState(
  settings: Pick<Environment, 'DATABASE_URL' | 'STATE_DIR'>,
): Promise<Finding> {
  const { DATABASE_URL: databaseUrl, STATE_DIR: folder } = settings;
  const variable = databaseUrl ? 'DATABASE_URL' : 'STATE_DIR';
  const where = databaseUrl ? `the database at ${new URL(databaseUrl).host}` : path.resolve(folder);
  const problem = await problemOfState({ databaseUrl, folder });
  if (problem === undefined) return right(variable, `Steward’s own data can be kept in ${where}.`);
  return wrong(
    variable,
    `Steward’s own data cannot be kept in ${where}: ${problem.replace(/\.$/, '')}.`,
    databaseUrl
      ? 'Correct DATABASE_URL, or start the database.'
      : 'Let STATE_DIR name a folder that the server may write to.',
  );
}

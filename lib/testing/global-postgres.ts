import { openStateAt } from '#lib/state/state.ts';
import { startPostgres } from './postgres.ts';

/**
 * Starts one PostgreSQL for a whole run of the tests; every test file that needs a state gets a database of its
 * own in it. With `TEST_STATE=folder` there is none, and each file gets a folder.
 */
export default async function startForAll(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_STATE === 'folder') return undefined;
  const postgres = await startPostgres();
  // Copied for each file: quicker than to make the tables anew.
  const template = await postgres.database('tables');
  await (await openStateAt({ databaseUrl: template, folder: '' })).close();
  process.env.TEST_STATE_TEMPLATE = template;
  return () => postgres.stop();
}

import { type Kysely, sql } from 'kysely';
import { migrations } from './migrations.ts';
import { retried } from './retried.ts';
import { type StateTables, schemaName } from './schema.ts';

/**
 * Brings the tables up to date, whichever server comes first: each step is made in a transaction that holds
 * the row with the version, and whoever waited for that row finds the step made.
 * @throws Error with a sentence when the tables are those of a newer Steward
 */
export async function migrate(db: Kysely<StateTables>): Promise<void> {
  await retried(() => ensureVersionRow(db), 'tables');
  while (await retried(() => makeNextStep(db), 'tables')) {
    // One step after the other.
  }
}

/** Asks before it makes anything, because a role that may use the schema need not be one that may make it. */
async function ensureVersionRow(db: Kysely<StateTables>): Promise<void> {
  const { rows } = await sql`select 1 from information_schema.tables
    where table_schema = ${schemaName} and table_name = 'schema_version'`.execute(db);
  if (rows.length === 0) {
    await sql`create schema if not exists steward`.execute(db);
    await sql`create table if not exists steward.schema_version (
      one integer primary key check (one = 1),
      version integer not null
    )`.execute(db);
  }
  await db
    .insertInto('schema_version')
    .values({ one: 1, version: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether there may be a further step to make. */
function makeNextStep(db: Kysely<StateTables>): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const { version } = await transaction
      .selectFrom('schema_version')
      .select('version')
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (version > migrations.length) {
      throw new Error(
        `its tables are those of a newer Steward (${version}, and this one knows ${migrations.length})`,
      );
    }
    const step = migrations[version];
    if (!step) return false;
    for (const statement of step) await sql.raw(statement).execute(transaction);
    await transaction
      .updateTable('schema_version')
      .set({ version: version + 1 })
      .execute();
    return true;
  });
}

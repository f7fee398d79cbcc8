import type { Kysely } from 'kysely';
import type { HookInForce } from './hook-version.ts';
import { retried } from './retried.ts';
import type { StateTables } from './schema.ts';
import type { State } from './state.ts';

/** Does `work` in a transaction that holds the tenant's hooks against other servers. */
export async function changingHooks<Result>(
  tenant: string,
  { db }: State,
  work: (db: Kysely<StateTables>) => Promise<Result>,
): Promise<Result> {
  await retried(() =>
    db
      .insertInto('hook_sets')
      .values({ tenant, revision: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  return retried(() =>
    db.transaction().execute(async (transaction) => {
      await transaction
        .selectFrom('hook_sets')
        .select('revision')
        .where('tenant', '=', tenant)
        .forUpdate()
        .executeTakeFirstOrThrow();
      return work(transaction);
    }),
  );
}

/** Lets a version count, within a transaction that holds the tenant's hooks. */
export async function putInForce(
  db: Kysely<StateTables>,
  tenant: string,
  { hook, number, origin, cameFrom }: Pick<HookInForce, 'hook' | 'number' | 'origin' | 'cameFrom'>,
): Promise<void> {
  const values = { number, origin, came_from: cameFrom, since: new Date().toISOString() };
  await db
    .insertInto('hooks_in_force')
    .values({ tenant, hook, ...values })
    .onConflict((conflict) => conflict.columns(['tenant', 'hook']).doUpdateSet(values))
    .execute();
  await db
    .updateTable('hook_sets')
    .set((row) => ({ revision: row('revision', '+', 1) }))
    .where('tenant', '=', tenant)
    .execute();
}

/** The number of each hook's version that counts. */
export async function numbersInForce(db: Kysely<StateTables>, tenant: string) {
  const rows = await db
    .selectFrom('hooks_in_force')
    .select(['hook', 'number'])
    .where('tenant', '=', tenant)
    .execute();
  return new Map<string, number>(rows.map(({ hook, number }) => [hook, number]));
}

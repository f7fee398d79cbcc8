import type { ControlledTransaction, Kysely } from 'kysely';
import type { CustomData, CustomDataHost, CustomDataPlace } from '#lib/hook-runner/hook.ts';
import { log } from '#lib/log.ts';
import { isPassing, retried } from './retried.ts';
import type { StateTables } from './schema.ts';
import { openState, type State } from './state.ts';

const first: CustomData = { json: '{}', version: 0 };

/**
 * A tenant's custom data, which its hooks read and write.
 * @param tenant its origin, `https://example.eu.auth0.com`
 */
export function customDataOf(tenant: string, opened: () => Promise<State> = openState): CustomDataHost {
  return {
    read: () => told(async () => read((await opened()).db, tenant)),
    write: (json, basedOn) =>
      told(async () => {
        const { db, customDataTurns } = await opened();
        // Whoever has the turn is about to write, and must not be overtaken once more.
        if (basedOn !== undefined && customDataTurns.taken) return undefined;
        return retried(() => write(db, tenant, json, basedOn));
      }),
    alone: async (work) => {
      const state = await told(opened);
      return state.customDataTurns.take(() => withRow(state, tenant, work));
    },
  };
}

async function read(db: Kysely<StateTables>, tenant: string): Promise<CustomData> {
  const row = await db
    .selectFrom('custom_data')
    .select(['data as json', 'version'])
    .where('tenant', '=', tenant)
    .executeTakeFirst();
  return row ?? first;
}

async function write(
  db: Kysely<StateTables>,
  tenant: string,
  data: string,
  basedOn: number | undefined,
): Promise<number | undefined> {
  if (basedOn === undefined) {
    const { version } = await db
      .insertInto('custom_data')
      .values({ tenant, data, version: 1 })
      .onConflict((conflict) =>
        conflict
          .column('tenant')
          .doUpdateSet((row) => ({ data, version: row('custom_data.version', '+', 1) })),
      )
      .returning('version')
      .executeTakeFirstOrThrow();
    return version;
  }
  if (basedOn === first.version) await ensureRow(db, tenant);
  const written = await db
    .updateTable('custom_data')
    .set({ data, version: basedOn + 1 })
    .where('tenant', '=', tenant)
    .where('version', '=', basedOn)
    .returning('version')
    .executeTakeFirst();
  return written?.version;
}

async function ensureRow(db: Kysely<StateTables>, tenant: string): Promise<void> {
  await db
    .insertInto('custom_data')
    .values({ tenant, data: first.json, version: first.version })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Runs `work` while the tenant's row is held against other servers. Where there are none, the turn is enough,
 * and the one connection stays free for everybody else.
 */
async function withRow<Result>(
  { db, isShared }: State,
  tenant: string,
  work: (place: CustomDataPlace) => Promise<Result>,
): Promise<Result> {
  if (!isShared) {
    return work({
      read: () => told(() => read(db, tenant)),
      write: (json, basedOn) => told(() => write(db, tenant, json, basedOn)),
    });
  }
  const held = await told(() => holdRow(db, tenant));
  try {
    return await work(held.place);
  } finally {
    await held.release();
  }
}

interface HeldRow {
  place: CustomDataPlace;
  release(): Promise<void>;
}

/** The row is held until the first write is committed, so that a hook is told of a write when it is kept. */
async function holdRow(db: Kysely<StateTables>, tenant: string): Promise<HeldRow> {
  await retried(() => ensureRow(db, tenant));
  const { transaction, locked } = await retried(() => lockRow(db, tenant));
  let open: ControlledTransaction<StateTables> | undefined = transaction;
  const release = async () => {
    const ending = open;
    open = undefined;
    // Where the connection is gone, so is the transaction.
    await ending
      ?.rollback()
      .execute()
      .catch(() => {});
  };
  const place: CustomDataPlace = {
    read: () => told(async () => (open ? locked : read(db, tenant))),
    write: (json, basedOn) =>
      told(async () => {
        if (!open) return retried(() => write(db, tenant, json, basedOn));
        try {
          const version = await write(open, tenant, json, basedOn);
          await open.commit().execute();
          open = undefined;
          return version;
        } catch (error) {
          await release();
          if (isPassing(error)) return undefined;
          throw error;
        }
      }),
  };
  return { place, release };
}

async function lockRow(db: Kysely<StateTables>, tenant: string) {
  const transaction = await db.startTransaction().execute();
  try {
    const locked = await transaction
      .selectFrom('custom_data')
      .select(['data as json', 'version'])
      .where('tenant', '=', tenant)
      .forUpdate()
      .executeTakeFirstOrThrow();
    return { transaction, locked };
  } catch (error) {
    await transaction
      .rollback()
      .execute()
      .catch(() => {});
    throw error;
  }
}

/** Does `work`; hooks and managers are told no more of an error than that there was one. */
async function told<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    log('error', 'Steward’s own data could not be used.', { error });
    throw new Error('Steward’s own data cannot be reached now', { cause: error });
  }
}

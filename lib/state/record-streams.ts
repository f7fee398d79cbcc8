import { type Kysely, sql } from 'kysely';
import { retried } from './retried.ts';
import type { StateTables } from './schema.ts';
import { openState, type State } from './state.ts';

type Opened = () => Promise<State>;

/** An entry behind which its lane waits: it could not be delivered yet, or another one stands before it. */
export interface WaitingEntry {
  sequence: number;
  /** Within a lane entries go out in their order. */
  lane: string;
  /** How often it was tried. */
  attempts: number;
  isDue: boolean;
}

/** What has not been delivered yet. */
export interface StreamBacklog {
  /** Records that are not delivered, those that wait for another try included. */
  records: number;
  /** Why the last try of one of them failed. */
  problem: string | null;
}

/**
 * Takes a stream for one server, or keeps it for the same one, until `leaseMs` have passed.
 * @returns the place in the trail up to which everything was delivered or waits; `undefined` while another server
 * has the stream
 */
export async function takeStream(
  name: string,
  server: string,
  leaseMs: number,
  opened: Opened = openState,
): Promise<number | undefined> {
  const { db, isShared } = await opened();
  await retried(() =>
    db
      .insertInto('record_streams')
      .values({ name, sequence: 0, lease_owner: null, lease_until: sql<Date>`now()` })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  const taken = await retried(() =>
    db
      .updateTable('record_streams')
      .set({ lease_owner: server, lease_until: inMs(leaseMs) })
      .where('name', '=', name)
      .where((row) =>
        row.or([
          // Whoever opens a folder has it alone: its last owner is gone, whatever the lease says.
          row.val(!isShared),
          row('lease_owner', '=', server),
          row('lease_owner', 'is', null),
          row('lease_until', '<', sql<Date>`now()`),
        ]),
      )
      .returning('sequence')
      .executeTakeFirst(),
  );
  return taken && Number(taken.sequence);
}

/** Lets another server take the stream at once. */
export async function leaveStream(name: string, server: string, opened: Opened = openState): Promise<void> {
  const { db } = await opened();
  await db
    .updateTable('record_streams')
    .set({ lease_owner: null })
    .where('name', '=', name)
    .where('lease_owner', '=', server)
    .execute();
}

/**
 * Notes that everything up to a place was delivered, but for what waits.
 * @returns whether the stream is still this server's; otherwise nothing was noted
 */
export async function advanceStream(
  name: string,
  server: string,
  to: number,
  waiting: readonly { sequence: number; lane: string; attempts: number; dueInMs: number; problem?: string }[],
  opened: Opened = openState,
): Promise<boolean> {
  const { db } = await opened();
  return retried(() =>
    db.transaction().execute(async (transaction) => {
      const moved = await transaction
        .updateTable('record_streams')
        .set({ sequence: to })
        .where('name', '=', name)
        .where('lease_owner', '=', server)
        .returning('name')
        .executeTakeFirst();
      if (!moved || waiting.length === 0) return moved !== undefined;
      const rows = waiting.map(({ dueInMs, problem = null, ...entry }) => ({
        ...entry,
        stream: name,
        problem,
        due_at: inMs(dueInMs),
      }));
      await transaction.insertInto('record_stream_waiting').values(rows).execute();
      return true;
    }),
  );
}

/** What waits, in the order of the trail. */
export async function waitingEntries(
  name: string,
  limit: number,
  opened: Opened = openState,
): Promise<WaitingEntry[]> {
  const { db } = await opened();
  const rows = await retried(() =>
    db
      .selectFrom('record_stream_waiting')
      .select(['sequence', 'lane', 'attempts', sql<boolean>`due_at <= now()`.as('isDue')])
      .where('stream', '=', name)
      .orderBy('sequence')
      .limit(limit)
      .execute(),
  );
  return rows.map((row) => ({ ...row, sequence: Number(row.sequence) }));
}

/** Notes that an entry that waited was delivered. */
export async function noteDelivered(
  name: string,
  sequence: number,
  opened: Opened = openState,
): Promise<void> {
  const { db } = await opened();
  await retried(() => waitingAt(db, name, sequence).execute());
}

/** Notes that an entry that waited failed again, and when it is to be tried next. */
export async function postponeEntry(
  name: string,
  {
    sequence,
    attempts,
    dueInMs,
    problem,
  }: {
    sequence: number;
    attempts: number;
    dueInMs: number;
    problem: string;
  },
  opened: Opened = openState,
): Promise<void> {
  const { db } = await opened();
  await retried(() =>
    db
      .updateTable('record_stream_waiting')
      .set({ attempts, problem, due_at: inMs(dueInMs) })
      .where('stream', '=', name)
      .where('sequence', '=', sequence)
      .execute(),
  );
}

/** How many records a stream still has to deliver. Begun attempts that have not ended are none. */
export async function streamBacklog(name: string, opened: Opened = openState): Promise<StreamBacklog> {
  const { db } = await opened();
  const [stream, waiting] = await Promise.all([
    db.selectFrom('record_streams').select('sequence').where('name', '=', name).executeTakeFirst(),
    db
      .selectFrom('record_stream_waiting')
      .select((row) => [row.fn.countAll().as('count'), row.fn.max('problem').as('problem')])
      .where('stream', '=', name)
      .executeTakeFirst(),
  ]);
  const behind = await db
    .selectFrom('audit_entry')
    .select((row) => row.fn.countAll().as('count'))
    .where('sequence', '>', Number(stream?.sequence ?? 0))
    .where('kind', '=', 'ended')
    .executeTakeFirst();
  return {
    records: Number(behind?.count ?? 0) + Number(waiting?.count ?? 0),
    problem: waiting?.problem ?? null,
  };
}

function waitingAt(db: Kysely<StateTables>, name: string, sequence: number) {
  return db.deleteFrom('record_stream_waiting').where('stream', '=', name).where('sequence', '=', sequence);
}

/** A time to come by the database's clock, which all servers share. */
function inMs(ms: number) {
  return sql<Date>`now() + cast(${`${Math.round(ms)} milliseconds`} as interval)`;
}

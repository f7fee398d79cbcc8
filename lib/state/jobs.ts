import { sql } from 'kysely';
import { counted } from '#lib/telemetry/telemetry.ts';
import { retried } from './retried.ts';
import type { JobRow } from './schema.ts';
import { openState, type State } from './state.ts';

type Opened = () => Promise<State>;

/** Something that a server is at, as far as it has come. */
export interface Job {
  id: string;
  /** JSON text, whose form the kind decides. */
  content: string;
}

/** What has ended is kept for a while, for whoever wants to know. */
const keptForDays = 7;

/**
 * Begins a job, which is this server's until its lease ends.
 * @returns whether it was begun: `false` while one of this id is under way
 */
export async function beginJob(
  { id, kind, content }: Job & { kind: string },
  server: string,
  leaseMs: number,
  opened: Opened = openState,
): Promise<boolean> {
  const { db } = await opened();
  await db
    .deleteFrom('jobs')
    .where('status', '=', 'ended')
    .where('created_at', '<', sql<Date>`now() - cast(${`${keptForDays} days`} as interval)`)
    .execute();
  const begun = {
    kind,
    content,
    status: 'open',
    created_at: sql<Date>`now()`,
    due_at: sql<Date>`now()`,
    lease_owner: server,
    lease_until: inMs(leaseMs),
  } as const;
  const row = await retried(() =>
    db
      .insertInto('jobs')
      .values({ id, ...begun })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(begun).where('jobs.status', '=', 'ended'))
      .returning('id')
      .executeTakeFirst(),
  );
  if (row) counted('steward.jobs', { 'steward.job.kind': kind, 'steward.job.event': 'begun' });
  return row !== undefined;
}

/** Whether a job of this id is under way. */
export async function isJobOpen(id: string, opened: Opened = openState): Promise<boolean> {
  const { db } = await opened();
  const row = await retried(() =>
    db.selectFrom('jobs').select('status').where('id', '=', id).executeTakeFirst(),
  );
  return row?.status === 'open';
}

/** Takes one job that is due and that no server is at. */
export async function takeJob(
  kind: string,
  server: string,
  leaseMs: number,
  opened: Opened = openState,
): Promise<Job | undefined> {
  const { db } = await opened();
  const due = await retried(() =>
    db
      .selectFrom('jobs')
      .select(['id', 'content', 'lease_until'])
      .where('kind', '=', kind)
      .where('status', '=', 'open')
      .where('due_at', '<=', sql<Date>`now()`)
      .where('lease_until', '<', sql<Date>`now()`)
      .orderBy('due_at')
      .limit(1)
      .executeTakeFirst(),
  );
  if (!due) return undefined;
  // Whoever comes first moves the lease on, and the other finds it moved.
  const taken = await retried(() =>
    db
      .updateTable('jobs')
      .set({ lease_owner: server, lease_until: inMs(leaseMs) })
      .where('id', '=', due.id)
      .where('status', '=', 'open')
      .where('lease_until', '<', sql<Date>`now()`)
      .returning(['id', 'content'])
      .executeTakeFirst(),
  );
  if (taken) counted('steward.jobs', { 'steward.job.kind': kind, 'steward.job.event': 'taken' });
  return taken;
}

/** Notes how far a job has come; with `dueInMs` any server may go on after that time. */
export async function noteJob(
  { id, content }: Job,
  server: string,
  dueInMs?: number,
  opened: Opened = openState,
): Promise<void> {
  const { db } = await opened();
  const given: Partial<Pick<JobRow, 'lease_owner'>> = dueInMs === undefined ? {} : { lease_owner: null };
  await retried(() =>
    db
      .updateTable('jobs')
      .set({
        content,
        ...given,
        ...(dueInMs !== undefined && { due_at: inMs(dueInMs), lease_until: sql<Date>`now()` }),
      })
      .where('id', '=', id)
      .where('lease_owner', '=', server)
      .execute(),
  );
}

/** Ends a job for good. */
export async function endJob(id: string, server: string, opened: Opened = openState): Promise<void> {
  const { db } = await opened();
  const ended = await retried(() =>
    db
      .updateTable('jobs')
      .set({ status: 'ended', lease_owner: null })
      .where('id', '=', id)
      .where('lease_owner', '=', server)
      .returning('kind')
      .executeTakeFirst(),
  );
  if (ended) counted('steward.jobs', { 'steward.job.kind': ended.kind, 'steward.job.event': 'ended' });
}

/** A time to come by the database's clock, which all servers share. */
function inMs(ms: number) {
  return sql<Date>`now() + cast(${`${Math.round(ms)} milliseconds`} as interval)`;
}

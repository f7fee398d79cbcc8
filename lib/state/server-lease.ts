import { sql } from 'kysely';
import type { AuditRecord } from '#lib/audit/record.ts';
import { retried } from './retried.ts';
import { openState, type State, stateIfOpen } from './state.ts';
import { entryIn } from './stored-entry.ts';

const leaseSeconds = 30;
const renewEveryMs = 10_000;
/** An attempt that begins now has ended long before the lease does. */
const leftMinMs = 20_000;

interface Lease {
  server: string;
  endsAtMs: number;
  timer?: NodeJS.Timeout;
}

const key = Symbol.for('steward.server-lease');
const holder: typeof globalThis & { [key]?: Lease } = globalThis;

function lease(): Lease {
  holder[key] ??= { server: crypto.randomUUID(), endsAtMs: 0 };
  return holder[key];
}

/** The id of this server, which it has until it ends. */
export function serverId(): string {
  return lease().server;
}

/**
 * The id of this server, which others then know to be alive for a while: what it has begun is for it to end.
 * @throws what the database threw
 */
export async function aliveServerId(opened: () => Promise<State> = openState): Promise<string> {
  const own = lease();
  if (own.endsAtMs - performance.now() < leftMinMs) await renew(await opened(), own);
  if (!own.timer) await forgetLongGone(await opened());
  own.timer ??= setInterval(async () => {
    // The next attempt says what is wrong with the database. One that was closed stays closed.
    const state = await stateIfOpen()?.catch(() => undefined);
    if (state) await renew(state, own).catch(() => {});
  }, renewEveryMs).unref();
  return own.server;
}

/** Every start of a server leaves a lease behind; without one a server counts as gone just the same. */
async function forgetLongGone({ db }: State): Promise<void> {
  const dayAgo = sql<Date>`now() - interval '1 day'`;
  await retried(() => db.deleteFrom('server_lease').where('ends_at', '<', dayAgo).execute());
}

async function renew({ db }: State, own: Lease): Promise<void> {
  const askedAtMs = performance.now();
  const endsAt = sql<Date>`now() + ${sql.lit(`${leaseSeconds} seconds`)}::interval`;
  await retried(() =>
    db
      .insertInto('server_lease')
      .values({ server: own.server, ends_at: endsAt })
      .onConflict((conflict) => conflict.column('server').doUpdateSet({ ends_at: endsAt }))
      .execute(),
  );
  own.endsAtMs = askedAtMs + leaseSeconds * 1_000;
}

/** The attempts that other servers had begun and can end no more, because they ended themselves; the oldest first. */
export async function abandonedAttempts(opened: () => Promise<State> = openState): Promise<AuditRecord[]> {
  const { db, isShared } = await opened();
  const rows = await retried(() => {
    const open = db
      .selectFrom('open_attempt')
      .innerJoin('audit_entry', 'audit_entry.record_id', 'open_attempt.record_id')
      .select(['audit_entry.sequence', 'content', 'previous_hash', 'hash'])
      .where('audit_entry.kind', '=', 'begun')
      .where('open_attempt.server', '<>', serverId())
      .orderBy('audit_entry.sequence');
    if (!isShared) return open.execute();
    return open
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('server_lease')
              .select('server_lease.server')
              .whereRef('server_lease.server', '=', 'open_attempt.server')
              .where('server_lease.ends_at', '>', sql<Date>`now()`),
          ),
        ),
      )
      .execute();
  });
  return rows.map((row) => entryIn(row).content.record);
}

import type { AuditRecord } from '#lib/audit/record.ts';
import { scrubberOf } from '#lib/audit/secrets.ts';
import { asBulk } from '#lib/auth0/traffic/priority.ts';
import { type FoundOut, whatBecameOf } from '#lib/auth0/what-became-of.ts';
import { log } from '#lib/log.ts';
import { appendEntry } from '#lib/state/append-entries.ts';
import { abandonedAttempts, serverId } from '#lib/state/server-lease.ts';

const everyMs = 5_000;

/** A tenant that was asked by a server which has ended since may still be about to do it. */
const settledAfterMs = 20_000;

const sentences: Record<FoundOut['outcome'], string> = {
  done: 'The server ended before it could note the end. The tenant was read afterwards: the change was made.',
  partly:
    'The server ended before it could note the end. The tenant was read afterwards: only a part of the change was made.',
  failed:
    'The server ended before it could note the end. The tenant was read afterwards: the change was not made.',
  unknown:
    'The server ended before it could note the end, and the tenant does not show whether it was done. Look before you do it again.',
};

const key = Symbol.for('steward.resolving-attempts');
const holder: typeof globalThis & { [key]?: true } = globalThis;

/** From now on every attempt that a server has left behind is resolved, one round after the other. */
export function keepResolvingAttempts(): void {
  if (holder[key]) return;
  holder[key] = true;
  const round = async () => {
    await resolveAttempts().catch((error: unknown) => {
      log('warn', 'The attempts that ended servers have left could not be resolved.', { error });
    });
    setTimeout(round, everyMs).unref();
  };
  void round();
}

/**
 * Ends the attempts that other servers had begun and can end no more, each as the tenant shows it. What the tenant
 * does not tell now is left for the next time.
 * @param settledMs how long after its beginning an attempt that shows nothing counts as not made
 */
export async function resolveAttempts(settledMs = settledAfterMs): Promise<void> {
  for (const begun of await abandonedAttempts()) {
    try {
      const found = await asBulk(() => whatBecameOf(begun));
      const isSettled = Date.now() - Date.parse(begun.startedAt) >= settledMs;
      if (found.outcome === 'done' || isSettled) await end(begun, found);
    } catch (error) {
      log('warn', 'The tenant did not say how an attempt ended; it is asked again.', {
        record: begun.id,
        error,
      });
    }
  }
}

async function end(begun: AuditRecord, { outcome, user, before, after }: FoundOut): Promise<void> {
  const { object } = scrubberOf([]);
  const made: AuditRecord = {
    ...begun,
    user: begun.user ?? (user ? { id: user.user_id, name: user.name ?? null, departments: [] } : null),
    outcome,
    reason: { code: 'server-ended', sentence: sentences[outcome] },
    before: before ? object(before) : begun.before,
    after: after ? object(after) : null,
    resolvedAt: new Date().toISOString(),
  };
  await appendEntry({ kind: 'ended', server: serverId(), record: made });
}

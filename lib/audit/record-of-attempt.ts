import { env } from '#lib/env.ts';
import { AppError } from '#lib/errors.ts';
import type { JsonObject } from '#lib/json.ts';
import { inEnglish } from '#lib/words.ts';
import type { Attempt } from './attempt.ts';
import { differingParts, partsNamedIn } from './diff.ts';
import type { AuditRecord, RecordedReason, RecordedUser, RecordOutcome } from './record.ts';
import { type SecretPattern, scrubberOf, secretPatternOf, secretsIn } from './secrets.ts';

/** How an attempt ended. */
export interface Ended {
  outcome: RecordOutcome;
  reason?: RecordedReason;
  saved?: string[];
  notSaved?: string[];
}

const refusals: ReadonlySet<string> = new Set([
  ...['not-signed-in', 'no-role', 'not-allowed', 'not-found', 'invalid-input', 'refused-by-hook'],
  ...['refused-by-guard', 'already-taken', 'changed-meanwhile', 'tenant-refused'],
]);

const idCharactersMax = 200;

/** What a thrown error means for the record. A bug keeps its words to the server's log. */
export function outcomeOf(error: unknown): Ended {
  if (!(error instanceof AppError)) {
    return {
      outcome: 'unknown',
      reason: { code: 'unexpected', sentence: 'This failed because of a fault in the console.' },
    };
  }
  const { code, message, details } = error;
  const { hook, saved, notSaved, isInDoubt } = details;
  const reason = { code, sentence: message, ...(hook && { hook }) };
  if (code === 'partly-saved') {
    return {
      outcome: 'partly',
      reason,
      saved: (saved ?? []).map(inEnglish),
      notSaved: (notSaved ?? []).map(inEnglish),
    };
  }
  if (isInDoubt) return { outcome: 'unknown', reason };
  return { outcome: refusals.has(code) ? 'refused' : 'failed', reason };
}

/** The record of an attempt as far as it has come, without any secret. */
export function recordOf(attempt: Attempt, { outcome, reason, saved, notSaved }: Ended): AuditRecord {
  const { text, object } = scrubberOf([ownSecrets(), secretsOf(attempt)]);
  const { before, after } = sidesOf(attempt, outcome);
  return {
    id: attempt.id,
    tenant: new URL(env().tenantOrigin).host,
    startedAt: new Date(attempt.startedAtMs).toISOString(),
    durationMs: outcome === 'open' ? null : Date.now() - attempt.startedAtMs,
    manager: attempt.by.manager(),
    from: attempt.from,
    requestId: attempt.requestId,
    action: attempt.action,
    permits: attempt.permits,
    user: recordedUser(attempt),
    outcome,
    reason: reason ? { ...reason, sentence: text(reason.sentence) } : null,
    saved: saved?.map(text) ?? null,
    notSaved: notSaved?.map(text) ?? null,
    before: before && object(before),
    after: after && object(after),
    payload: attempt.payload && object(attempt.payload),
    bodies: attempt.bodies?.map(object) ?? null,
    hookVersions: { ...attempt.hookVersions },
    undoes: attempt.undoes,
    resolvedAt: null,
  };
}

function recordedUser({ by, userId, userBefore, userAfter }: Attempt): RecordedUser | null {
  const user = userBefore ?? userAfter;
  if (user) return by.user(user);
  return userId === null ? null : { id: userId.slice(0, idCharactersMax), name: null, departments: [] };
}

function sidesOf(
  { change, userBefore, userAfter, bodies }: Attempt,
  outcome: RecordOutcome,
): { before: JsonObject | null; after: JsonObject | null } {
  if (change) {
    const mayBeDone = outcome === 'done' || outcome === 'open' || outcome === 'unknown';
    return { before: mayBeDone ? change.before : null, after: outcome === 'done' ? change.after : null };
  }
  if (userBefore && userAfter) return differingParts({ ...userBefore }, { ...userAfter });
  if (userAfter) return { before: null, after: { ...userAfter } };
  if (!userBefore || !bodies || bodies.length === 0) return { before: null, after: null };
  const named = bodies.map((body) => partsNamedIn(body, { ...userBefore }));
  const { updated_at: updatedAt } = userBefore;
  return { before: Object.assign({}, ...named, updatedAt && { updated_at: updatedAt }), after: null };
}

let own: { pattern: SecretPattern | undefined } | undefined;

/** What this server itself must keep to itself, should the tenant or a hook have quoted it. */
function ownSecrets(): SecretPattern | undefined {
  own ??= { pattern: secretPatternOf(secretsOfServer()) };
  return own.pattern;
}

function secretsOfServer(): string[] {
  const { DATABASE_URL, ...variables } = env();
  const { password } = DATABASE_URL === undefined ? { password: '' } : new URL(DATABASE_URL);
  return [...secretsIn({ ...variables }), ...secretsIn({ password: decodeURIComponent(password) })];
}

const patterns = new WeakMap<Attempt, { secrets: number; pattern: SecretPattern | undefined }>();

/** What the attempt knows to be secret; it may come to know more until it ends. */
function secretsOf(attempt: Attempt): SecretPattern | undefined {
  const made = patterns.get(attempt);
  if (made?.secrets === attempt.secrets.size) return made.pattern;
  const pattern = secretPatternOf(attempt.secrets);
  patterns.set(attempt, { secrets: attempt.secrets.size, pattern });
  return pattern;
}

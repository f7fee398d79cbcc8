import type { JsonObject } from '#lib/json.ts';
import type { RecordAction, RecordOutcome, StoredRecord } from '../record.ts';

/** Counts up when a member of an event gets another meaning or goes away; new ones may come at any time. */
export const eventVersion = 1;

/** The version of the Elastic Common Schema whose names are used. */
const ecsVersion = '8.17.0';

/**
 * One record as it goes out: field names of the Elastic Common Schema where these fit, all else under `steward`.
 * The manager is `user`, whom it was done to `user.target`.
 * @see https://www.elastic.co/docs/reference/ecs
 */
export function eventOf({ sequence, hash, record }: StoredRecord): JsonObject {
  const { manager, user, from, reason, outcome, action, durationMs } = record;
  return {
    '@timestamp': record.startedAt,
    ecs: { version: ecsVersion },
    event: {
      id: record.id,
      kind: 'event',
      category: ['iam'],
      type: typesOf(action, outcome),
      action,
      outcome: outcomes[outcome],
      sequence,
      provider: 'steward',
      dataset: 'steward.records',
      ...(durationMs !== null && { duration: durationMs * 1_000_000 }),
      ...(reason && { reason: reason.sentence, code: reason.code }),
    },
    message: messageOf(record),
    user: {
      id: manager.id,
      name: manager.name,
      roles: [...manager.roles],
      ...(user && { target: { id: user.id, ...(user.name !== null && { name: user.name }) } }),
    },
    ...(from.ip !== null && { source: { ip: from.ip } }),
    ...(from.userAgent !== null && { user_agent: { original: from.userAgent } }),
    http: { request: { id: record.requestId } },
    steward: {
      version: eventVersion,
      tenant: record.tenant,
      outcome,
      hash,
      manager: { departments: [...manager.departments] },
      user: user && { departments: [...user.departments] },
      permits: [...record.permits],
      hook: reason?.hook ?? null,
      hook_versions: { ...record.hookVersions },
      saved: record.saved && [...record.saved],
      not_saved: record.notSaved && [...record.notSaved],
      before: record.before,
      after: record.after,
      payload: record.payload,
      bodies: record.bodies && [...record.bodies],
      undoes: record.undoes,
      resolved_at: record.resolvedAt,
    },
  };
}

const outcomes: Record<RecordOutcome, 'success' | 'failure' | 'unknown'> = {
  done: 'success',
  refused: 'failure',
  failed: 'failure',
  partly: 'failure',
  unknown: 'unknown',
  open: 'unknown',
};

/** ECS's `event.type`: `user` with what was done to them; whoever was refused is `denied` besides. */
function typesOf(action: RecordAction, outcome: RecordOutcome): string[] {
  const about = action === 'publish:hook' ? 'admin' : 'user';
  return [about, verbOf(action), ...(outcome === 'refused' ? ['denied'] : [])];
}

function verbOf(action: RecordAction): string {
  const [verb] = action.split(':');
  switch (verb) {
    case 'create':
    case 'restore':
    case 'import':
      return 'creation';
    case 'delete':
      return 'deletion';
    case 'read':
    case 'view':
    case 'export':
      return 'access';
    default:
      return 'change';
  }
}

function messageOf({ manager, action, user, outcome }: StoredRecord['record']): string {
  const about = user ? ` of ${user.name ?? user.id}` : '';
  return `${manager.name}: ${action}${about}: ${outcome}`;
}

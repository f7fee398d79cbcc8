import type { RecordAction, RecordOutcome } from '#lib/audit/record.ts';
import type { JsonObject } from '#lib/json.ts';
import { type RecordChange, recordChanges } from './record-changes.ts';
import type { ShownRecord, Withheld } from './shown-record.ts';

/** One record as one manager may read it. Nothing else of it reaches the browser. */
export interface RecordView {
  recordId: string;
  /** ISO 8601, UTC. */
  startedAt: string;
  action: RecordAction;
  /** What the access hook had to permit for it. */
  permits: readonly string[];
  outcome: RecordOutcome;
  manager: {
    name: string;
    roles: readonly string[];
    departments: readonly string[];
    /** Set where this manager may see them as a user, and for themselves. */
    userId: string | null;
    isSelf: boolean;
  };
  user: {
    userId: string;
    name: string;
    departments: readonly string[];
    /** There is a page of this user, which this manager may open. */
    isThere: boolean;
    isGone: boolean;
  } | null;
  /** `sentence` is blank where it is not for this manager. */
  reason: { code: string; sentence: string; hook: string | null } | null;
}

/** One record in full. */
export interface RecordDetails extends RecordView {
  tenant: string;
  durationMs: number | null;
  ip: string | null;
  userAgent: string | null;
  requestId: string;
  saved: readonly string[];
  notSaved: readonly string[];
  /** What stood before and what stands after, place by place. */
  changes: RecordChange[];
  payload: JsonObject | null;
  bodies: readonly JsonObject[];
  hookVersions: readonly { hook: string; version: string }[];
  undoes: string | null;
  resolvedAt: string | null;
  /** Why some values are not there, if some are not. */
  withheld: Withheld | null;
}

export function recordView({ record, user, maker, isOwn }: ShownRecord): RecordView {
  const { id, startedAt, action, permits, outcome, reason } = record;
  return {
    recordId: id,
    startedAt,
    action,
    permits,
    outcome,
    manager: {
      name: record.manager.name,
      roles: record.manager.roles.map((role) => role.replace(/^Delegated Admin - /, '')),
      departments: record.manager.departments,
      userId: isOwn || (maker && !maker.isGone) ? record.manager.id : null,
      isSelf: isOwn,
    },
    user: record.user && {
      userId: record.user.id,
      name: record.user.name ?? record.user.id,
      departments: record.user.departments,
      isThere: user !== undefined && !user.isGone,
      isGone: user?.isGone === true,
    },
    reason: reason && { code: reason.code, sentence: reason.sentence, hook: reason.hook ?? null },
  };
}

export function recordDetails(shown: ShownRecord): RecordDetails {
  const { record, withheld } = shown;
  return {
    ...recordView(shown),
    tenant: record.tenant,
    durationMs: record.durationMs,
    ip: record.from.ip,
    userAgent: record.from.userAgent,
    requestId: record.requestId,
    saved: record.saved ?? [],
    notSaved: record.notSaved ?? [],
    changes: recordChanges(record),
    payload: record.payload,
    bodies: record.bodies ?? [],
    hookVersions: Object.entries(record.hookVersions).map(([hook, version]) => ({
      hook,
      version: `${version}`,
    })),
    undoes: record.undoes,
    resolvedAt: record.resolvedAt,
    withheld,
  };
}

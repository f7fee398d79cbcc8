import { type Action, actions } from '#lib/auth0/proofs.ts';
import type { HookName } from '#lib/hook-runner/hook.ts';
import type { JsonObject } from '#lib/json.ts';

/** What a record can be about: every action that the access hook knows, and what is done besides. */
export const recordActions = [
  ...actions,
  'create:user',
  'update:user',
  'restore:user',
  'lift:blocks',
  'revoke:device',
  'revoke:sessions',
  'change:organizations',
  'view:user',
  'view:log-entry',
  'view:record',
  'export:log',
  'export:records',
  'export:users',
  'import:users',
  'publish:hook',
] as const;

export type RecordAction = (typeof recordActions)[number];

export const recordOutcomes = ['done', 'refused', 'failed', 'partly', 'unknown', 'open'] as const;

/**
 * `refused`: a rule decided against it, and nothing was changed. `failed`: nothing was changed for another reason.
 * `partly`: a part was changed. `unknown`: the tenant did not say whether it was changed. `open`: begun, and not
 * known to have ended.
 */
export type RecordOutcome = (typeof recordOutcomes)[number];

export interface RecordedManager {
  id: string;
  name: string;
  /** The manager's roles in this console at that time, as they are called in the tenant. */
  roles: readonly string[];
  /** The departments that the manager was in at that time. */
  departments: readonly string[];
}

export interface RecordedUser {
  id: string;
  name: string | null;
  /** The departments that the user was in before the attempt; after it where the user was created. */
  departments: readonly string[];
}

export interface RecordedReason {
  /** One of the codes of AppError. */
  code: string;
  sentence: string;
  /** The hook that refused or failed. */
  hook?: string;
}

/** One attempt to change something, or one look at something, as it is kept. In it there are no secrets. */
export interface AuditRecord {
  id: string;
  /** The host of the tenant, `example.eu.auth0.com`. */
  tenant: string;
  /** ISO 8601, UTC, with milliseconds. */
  startedAt: string;
  /** From the start to the end; `null` while it is open, and where its server ended before it. */
  durationMs: number | null;
  manager: RecordedManager;
  from: { ip: string | null; userAgent: string | null };
  requestId: string;
  action: RecordAction;
  /** What the access hook had to permit for it. */
  permits: readonly Action[];
  user: RecordedUser | null;
  outcome: RecordOutcome;
  reason: RecordedReason | null;
  /** What had gone through and what had not, in the words of the form; for `partly`. */
  saved: readonly string[] | null;
  notSaved: readonly string[] | null;
  /** What of the user was changed, as it stood before; the whole user, and more, before a deletion. */
  before: JsonObject | null;
  /** The same as the tenant answered; the whole user after a creation. */
  after: JsonObject | null;
  /** What the manager asked for. */
  payload: JsonObject | null;
  /** What was to be sent to the tenant, in order. */
  bodies: readonly JsonObject[] | null;
  /** SHA-256 in base64url of the text of each hook that was run. */
  hookVersions: { readonly [hook in HookName]?: string };
  /** The id of the record that this one undoes. */
  undoes: string | null;
  /** For an attempt whose server ended in between: when another one looked in the tenant how it had ended. */
  resolvedAt: string | null;
}

/**
 * What `before` holds of a deleted user, so that the user can be made again: the profile as the tenant gave it,
 * without secrets. Roles and organizations are `null` where they could not be read.
 */
export interface DeletedUserSnapshot extends JsonObject {
  user: JsonObject;
  roles: { id: string; name: string }[] | null;
  organizations: { id: string; name: string }[] | null;
}

/** What is appended to the trail: an attempt before it may change anything, and what became of it. */
export type EntryKind = 'begun' | 'ended';

/** An entry before it has its place in the chain. An `ended` one is complete in itself. */
export interface NewEntry {
  kind: EntryKind;
  /** The server that wrote it, by an id that it has until it ends. */
  server: string;
  record: AuditRecord;
}

/** What the hash of an entry is made of, beside the hash before. */
export interface EntryContent extends NewEntry {
  /** Counts up when the shape of what is kept changes in a way that readers must know of. */
  format: 1;
  /** Counts up by one from 1. */
  sequence: number;
}

/** An entry in its place. */
export interface StoredEntry {
  sequence: number;
  content: EntryContent;
  /** The hash of the entry before; 64 zeros before the first. */
  previousHash: string;
  hash: string;
}

/** A record with its place: of its last entry. */
export interface StoredRecord {
  sequence: number;
  hash: string;
  record: AuditRecord;
}

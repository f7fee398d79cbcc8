import type { EntryColumns } from '#lib/audit/entry-columns.ts';

import type { HookName } from '#lib/hook-runner/hook.ts';
import type { HookOrigin } from './hook-version.ts';

/** The tables of Steward's own data, in the schema `steward`. */
export interface StateTables {
  /** One row: how many of the migrations have been made. */
  schema_version: { one: number; version: number };
  /** What a tenant's hooks keep with `ctx.write()`: JSON text, because jsonb would change some of it. */
  custom_data: { tenant: string; version: number; data: string };
  /** One row per tenant: counts up whenever another version of a hook counts. */
  hook_sets: { tenant: string; revision: number };
  /** Every text that a hook had, as JSON, because a text may hold what a database refuses; null for no hook. */
  hook_versions: {
    tenant: string;
    hook: HookName;
    number: number;
    hash: string;
    text: string | null;
    origin: HookOrigin;
    came_from: string;
    came_at: string;
  };
  /** The version of each hook that counts. */
  hooks_in_force: {
    tenant: string;
    hook: HookName;
    number: number;
    origin: HookOrigin;
    came_from: string;
    since: string;
  };
  /** What each folder held when it was last looked at. */
  hook_folders: { tenant: string; place: string; hook: HookName; hash: string };
  /** What the server still has to do for somebody who has gone on: claimed by one server for as long as its lease. */
  jobs: JobRow;
  /** The records that were undone, or are being undone, each with the id of the record of that. */
  undone_records: { record_id: string; undone_by: string; claimed_at: Date };
  /** How far each stream of records has come, and which server sends it. Numbers come back as text from a server. */
  record_streams: {
    name: string;
    sequence: number | string;
    lease_owner: string | null;
    lease_until: Date;
  };
  /** Entries before a stream's place that could not be delivered yet, and those that wait behind them. */
  record_stream_waiting: {
    stream: string;
    sequence: number | string;
    lane: string;
    attempts: number;
    due_at: Date;
    problem: string | null;
  };
  /** The audit trail: entries are added and never changed. Drivers give the sequence as they like. */
  audit_entry: EntryColumns & {
    sequence: number;
    /** Canonical JSON text of which, with the hash before, the hash is made. */
    content: string;
    previous_hash: string;
    hash: string;
  };
  /** One row: the last entry of the trail. Whoever appends holds it. */
  audit_head: { one: number; sequence: number; hash: string };
  /** The attempts that have begun and not ended, and the server that makes each. */
  open_attempt: { record_id: string; server: string };
  /** Until when each server is known to be alive, by the database's clock. */
  server_lease: { server: string; ends_at: Date };
  /** Users whom this console wrote a moment ago, as JSON text; without `content` they were deleted. */
  own_writes: {
    tenant: string;
    user_id: string;
    version: string;
    noted_at_ms: number;
    updated_at: string;
    content: string | null;
    before_content: string | null;
    is_creation: boolean;
  };
  /** Sessions that somebody ended by signing out, kept until they would be over by themselves. */
  ended_sessions: { session_id: string; forget_at: Date };
  /** How many calls to a tenant the servers may still make; `granted` to the one that asked last. */
  tenant_budgets: { tenant: string; tokens: number; counted_at_ms: number; granted: number };
  /** Until when a tenant takes no calls of one kind. */
  tenant_pauses: { tenant: string; calls: string; until_ms: number };
  /** The lists of users that people keep under names; `owner` is blank for those that are shared. */
  saved_views: {
    id: string;
    tenant: string;
    owner: string;
    /** From 0, each of an owner's once. */
    place: number;
    name: string;
    /** What makes two names the same. */
    name_key: string;
    address: string;
  };
}

export interface JobRow {
  id: string;
  kind: string;
  /** JSON text, whose form the kind decides. */
  content: string;
  status: 'open' | 'ended';
  created_at: Date;
  due_at: Date;
  lease_owner: string | null;
  lease_until: Date;
}

/** The database schema that holds the tables, so that a server may hold other things beside them. */
export const schemaName = 'steward';

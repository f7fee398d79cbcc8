import type { Found } from '#lib/auth0/proofs.ts';
import type { User } from '#lib/auth0/user.ts';

/** A user whom this console wrote a moment ago, as the tenant answered; tested like what a search finds. */
export interface OwnWrite {
  found: Found;
  /** As the user stood before the writes that the index may not show yet; absent where that is not known. */
  before?: Found;
  /** Created here, so that the search index may not know the user at all. */
  isCreation: boolean;
}

export interface OwnWrites {
  written: ReadonlyMap<string, OwnWrite>;
  deletedIds: ReadonlySet<string>;
}

interface Entry {
  user: User | undefined;
  before?: User;
  isCreation: boolean;
  notedAtMs: number;
}

const entriesMax = 2_000;
const ageMaxMs = 5 * 60_000;

const storeKey = Symbol.for('steward.own-writes');
const holder: typeof globalThis & { [storeKey]?: Map<string, Entry> } = globalThis;

/** Oldest first: a Map keeps the order in which its keys were set. */
function entries(): Map<string, Entry> {
  holder[storeKey] ??= new Map();
  return holder[storeKey];
}

/**
 * Notes a user as the tenant answered a create or an update, to be shown before the index has it.
 * @param before the user as it stood, for an update
 */
export async function noteOwnWrite(user: User, before?: User): Promise<void> {
  const noted = entries().get(user.user_id);
  const isCreation = user.created_at === user.updated_at || noted?.isCreation === true;
  note(user.user_id, { user, before: noted?.before ?? before, isCreation, notedAtMs: Date.now() });
}

/** Notes that a user was deleted, so that the list stops showing them before the index does. */
export async function noteOwnDeletion(userId: string): Promise<void> {
  note(userId, { user: undefined, isCreation: false, notedAtMs: Date.now() });
}

/** What was written here within the last minutes and not yet seen in the index, the newest first. */
export async function ownWrites(): Promise<OwnWrites> {
  const oldestMs = Date.now() - ageMaxMs;
  const written = new Map<string, OwnWrite>();
  const deletedIds = new Set<string>();
  for (const [userId, entry] of [...entries()].reverse()) {
    if (entry.notedAtMs < oldestMs) entries().delete(userId);
    else if (!entry.user) deletedIds.add(userId);
    else {
      const { user, before, isCreation } = entry;
      written.set(userId, { found: asFound(user), before: before && asFound(before), isCreation });
    }
  }
  return { written, deletedIds };
}

/** Forgets the writes that the index shows by now: its user is as new as ours, or newer. */
export async function forgetIndexed(found: readonly Found[]): Promise<void> {
  for (const { user_id: userId, updated_at: indexedAt } of found) {
    const own = entries().get(userId)?.user;
    if (own && isAtLeastAsNew(indexedAt, own.updated_at)) entries().delete(userId);
  }
}

/** Whether one time (ISO 8601) is not before another; a missing one is older than everything. */
export function isAtLeastAsNew(one: string | undefined, other: string | undefined): boolean {
  return Date.parse(one ?? '1970-01-01T00:00:00Z') >= Date.parse(other ?? '1970-01-01T00:00:00Z');
}

/** Whoever was written here is tested like anybody whom a search finds. */
function asFound(user: User): Found {
  return user as User & Found;
}

function note(userId: string, entry: Entry): void {
  entries().delete(userId);
  entries().set(userId, entry);
  const [oldest] = entries().keys();
  if (entries().size > entriesMax && oldest !== undefined) entries().delete(oldest);
}

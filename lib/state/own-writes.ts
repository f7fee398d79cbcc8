import { sql } from 'kysely';
import type { Found } from '#lib/auth0/proofs.ts';
import type { User } from '#lib/auth0/user.ts';
import { env } from '#lib/env.ts';
import { retried } from './retried.ts';
import { openState, type State } from './state.ts';

/** A user whom this console wrote a moment ago, as the tenant answered; tested like what a search finds. */
export interface OwnWrite {
  found: Found;
  /** As the user stood before the writes that the index may not show yet; absent where that is not known. */
  before?: Found;
  /** Created here, so that the search index may not know the user at all. */
  isCreation: boolean;
}

export interface OwnWrites {
  /** By the user's id, the newest first. */
  written: ReadonlyMap<string, OwnWrite>;
  deletedIds: ReadonlySet<string>;
}

/** What was written to one tenant a moment ago, by whichever server. */
interface OwnWritesOfTenant {
  note(user: User, before?: User): Promise<void>;
  noteDeletion(userId: string): Promise<void>;
  read(): Promise<OwnWrites>;
  forgetIndexed(found: readonly Found[]): Promise<void>;
  takeDue(): string[];
}

/** `own` is absent for a user who was deleted. */
interface Kept {
  version: string;
  own?: OwnWrite;
  /** From when on it is worth asking whether the index has it. */
  dueAtMs: number;
}

const entriesMax = 2_000;
const ageMaxMs = 5 * 60_000;
const pruneEveryMs = 60_000;
/** An index takes seconds, and each question costs a call. */
const lookUpEveryMs = 5_000;
const lookUpMax = 50;
/** The tenant has made the change by then, so nobody waits long for its note. */
const noteTimeoutMs = 1_000;

/** @param tenant its origin, `https://example.eu.auth0.com` */
export function ownWritesOf(tenant: string, opened: () => Promise<State> = openState): OwnWritesOfTenant {
  let kept = new Map<string, Kept>();
  let keptFor = '';
  let prunedAtMs = 0;

  async function prune({ db }: State): Promise<void> {
    if (Date.now() - prunedAtMs < pruneEveryMs) return;
    prunedAtMs = Date.now();
    const oldestMs = prunedAtMs - ageMaxMs;
    await db.deleteFrom('own_writes').where('noted_at_ms', '<', oldestMs).execute();
  }

  const noteRow = (userId: string, user: User | undefined, before?: User) =>
    told('A change was made, and no note of it could be taken: lists may lag behind it.', async () => {
      const state = await opened();
      await retried(() => writeRow(state, tenant, userId, user, before));
      await prune(state);
    });

  return {
    note: (user, before) => noteRow(user.user_id, user, before),
    noteDeletion: (userId) => noteRow(userId, undefined),
    async read() {
      const state = await opened();
      const late = state.db
        .selectFrom('own_writes')
        .where('tenant', '=', tenant)
        .where('noted_at_ms', '>=', Date.now() - ageMaxMs);
      // Each note has a version of its own: as long as they are the same ones, what is known of them is enough.
      const { versions: readFor } = await late
        .select(sql<string>`md5(coalesce(string_agg(version, '' order by user_id), ''))`.as('versions'))
        .executeTakeFirstOrThrow();
      if (readFor === keptFor) return ownWritesIn(kept);
      const rows = await late
        .select(['user_id', 'version'])
        .orderBy('noted_at_ms', 'desc')
        .limit(entriesMax)
        .execute();
      const unknown = rows.filter(({ user_id: id, version }) => kept.get(id)?.version !== version);
      const fresh = await readRows(
        state,
        tenant,
        unknown.map(({ user_id: id }) => id),
      );
      kept = new Map(
        rows.flatMap(({ user_id: id }): [string, Kept][] => {
          const entry = fresh.get(id) ?? kept.get(id);
          return entry ? [[id, entry]] : [];
        }),
      );
      keptFor = readFor;
      return ownWritesIn(kept);
    },
    takeDue() {
      const nowMs = Date.now();
      const due = [...kept].filter(([, { own, dueAtMs }]) => own && dueAtMs <= nowMs).slice(-lookUpMax);
      for (const [, entry] of due) entry.dueAtMs = nowMs + lookUpEveryMs;
      return due.map(([userId]) => userId);
    },
    async forgetIndexed(found) {
      const versions = found.flatMap(({ user_id: id, updated_at: indexedAt }) => {
        const entry = kept.get(id);
        return entry?.own && isAtLeastAsNew(indexedAt, entry.own.found.updated_at) ? [entry.version] : [];
      });
      if (versions.length === 0) return;
      await told('What the index shows by now could not be forgotten.', async () => {
        const { db } = await opened();
        const isShown = db.deleteFrom('own_writes').where('tenant', '=', tenant);
        await retried(() => isShown.where('version', 'in', versions).execute());
      });
    },
  };
}

function ownWritesIn(kept: ReadonlyMap<string, Kept>): OwnWrites {
  return {
    written: new Map([...kept].flatMap(([id, { own }]) => (own ? [[id, own] as const] : []))),
    deletedIds: new Set([...kept].flatMap(([id, { own }]) => (own ? [] : [id]))),
  };
}

/** A change replaces what is older; what was known before the first of them stays until the index has caught up. */
async function writeRow(
  { db }: State,
  tenant: string,
  userId: string,
  user: User | undefined,
  before: User | undefined,
): Promise<void> {
  const nowMs = Date.now();
  const content = user ? JSON.stringify(user) : null;
  const isCreation = user !== undefined && user.created_at === user.updated_at;
  await sql`
    insert into steward.own_writes as own
      (tenant, user_id, version, noted_at_ms, updated_at, content, before_content, is_creation)
    values (${tenant}, ${userId}, ${crypto.randomUUID()}, ${nowMs}, ${user?.updated_at ?? ''}, ${content},
      ${before ? JSON.stringify(before) : null}, ${isCreation})
    on conflict (tenant, user_id) do update set
      version = excluded.version,
      noted_at_ms = excluded.noted_at_ms,
      updated_at = excluded.updated_at,
      content = excluded.content,
      before_content = case when own.noted_at_ms < ${nowMs - ageMaxMs} or own.before_content is null
        then excluded.before_content else own.before_content end,
      is_creation = excluded.content is not null
        and (excluded.is_creation or (own.noted_at_ms >= ${nowMs - ageMaxMs} and (own.is_creation or own.content is null)))
    where excluded.content is null or own.content is null or own.updated_at <= excluded.updated_at`.execute(
    db,
  );
}

async function readRows({ db }: State, tenant: string, ids: readonly string[]): Promise<Map<string, Kept>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('own_writes')
    .select(['user_id', 'version', 'content', 'before_content', 'is_creation'])
    .where('tenant', '=', tenant)
    .where('user_id', 'in', ids)
    .execute();
  const dueAtMs = Date.now() + lookUpEveryMs;
  return new Map(
    rows.map(({ user_id: id, version, content, before_content: before, is_creation: isCreation }) => {
      const own = content === null ? undefined : { found: asFound(content), isCreation };
      const entry = {
        version,
        own: own && before !== null ? { ...own, before: asFound(before) } : own,
        dueAtMs,
      };
      return [id, entry];
    }),
  );
}

/** The change is made, whatever becomes of its note: the operator is told of that, and nobody waits for it long. */
async function told(problem: string, work: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const impatience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${noteTimeoutMs} ms`)), noteTimeoutMs);
  });
  try {
    await Promise.race([work(), impatience]);
  } catch (error) {
    console.error(problem, error);
  } finally {
    clearTimeout(timer);
  }
}

let ofThisTenant: OwnWritesOfTenant | undefined;

function own(): OwnWritesOfTenant {
  ofThisTenant ??= ownWritesOf(env().tenantOrigin);
  return ofThisTenant;
}

/**
 * Notes a user as the tenant answered a create or an update, to be shown before the index has it. Never throws.
 * @param before the user as it stood, for an update
 */
export function noteOwnWrite(user: User, before?: User): Promise<void> {
  return own().note(user, before);
}

/** Notes that a user was deleted, so that the list stops showing them before the index does. Never throws. */
export function noteOwnDeletion(userId: string): Promise<void> {
  return own().noteDeletion(userId);
}

/** What was written, by whichever server, within the last minutes and not yet seen in the index. */
export function ownWrites(): Promise<OwnWrites> {
  return own().read();
}

/**
 * The users of some writes that the index may have by now, the oldest of them; each is named again only seconds
 * later. Whoever takes them asks the index, and gives what it answers to `forgetIndexed`.
 */
export function takeDueWrites(): string[] {
  return own().takeDue();
}

/** Forgets the writes that the index shows by now: its user is as new as ours, or newer. Never throws. */
export function forgetIndexed(found: readonly Found[]): Promise<void> {
  return own().forgetIndexed(found);
}

/** Whether one time (ISO 8601) is not before another; a missing one is older than everything. */
export function isAtLeastAsNew(one: string | undefined, other: string | undefined): boolean {
  return Date.parse(one ?? '1970-01-01T00:00:00Z') >= Date.parse(other ?? '1970-01-01T00:00:00Z');
}

/** Whoever was written here is tested like anybody whom a search finds. */
function asFound(content: string): Found {
  return JSON.parse(content) as User & Found;
}

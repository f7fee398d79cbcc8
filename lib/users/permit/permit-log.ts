import type { LogEntry, UnseenLogEntry } from '#lib/auth0/log-entry.ts';
import type { User } from '#lib/auth0/user.ts';
import { isUserId } from '#lib/auth0/user-id.ts';
import { AppError } from '#lib/errors.ts';
import type { Matcher } from '#lib/lucene/evaluate.ts';
import { ownWrites } from '#lib/state/own-writes.ts';
import { words } from '#lib/words.ts';
import { type Manager, requireScope } from '../manager.ts';
import { type Policy, policyFor } from '../policy/policy.ts';
import { accessFault, askAccess } from './permit-access.ts';
import { type Scope, scopeOf } from './scope.ts';
import { isTestable, scopeMatcher } from './scope-reach.ts';
import { searchByIds } from './search-by-ids.ts';

/** Of whose log a manager sees what. */
export interface LogReach {
  readonly policy: Policy;
  readonly scope: Scope;
  /**
   * Nothing narrows this manager to some of the users: what is about nobody, or about somebody who is gone, is
   * shown as well. An access hook alone does not say so: it would have to be asked about everybody.
   */
  readonly isEverybody: boolean;
}

/** An entry that a manager may see. */
export interface SeenLogEntry {
  entry: LogEntry;
  /** Whom it is about, as this manager may see them; absent when there is nobody, or nobody any more. */
  user?: User;
  /** The access hook shows this manager less than the whole user. */
  isMasked: boolean;
  /** Others whom the entry may speak of are not this manager's to see. */
  isNarrowed: boolean;
}

/**
 * What the tenant's log holds for a manager.
 * @throws AppError 'not-allowed' for whoever may not read logs, or may see nobody; what the hooks throw
 */
export async function logReach(manager: Manager): Promise<LogReach> {
  requireScope(manager, 'read:logs');
  const reach = await reachOf(manager);
  if (reach.scope.kind === 'nobody') {
    throw new AppError(
      'not-allowed',
      words(
        'This tenant has neither an access nor a filter hook, so only an administrator sees its log. Tell an administrator.',
      ),
    );
  }
  return reach;
}

/** Whom a manager may see in the log of one user whom they were permitted to see. */
export async function reachOf(manager: Manager): Promise<LogReach> {
  const policy = await policyFor(manager);
  const scope = await scopeOf(manager, policy);
  const isEverybody = scope.kind === 'everybody' && (scope.isSaid || !policy.hooks.access);
  return { policy, scope, isEverybody };
}

/**
 * Those of the entries that this manager may see, in their order: whom an entry is about is looked up (one call
 * for some fifty users), tested against the filter and asked about from the access hook, as `read:user` and as
 * `read:logs`. Everything else is left out without a trace.
 * @param isWanted tests entries here, for what the tenant was not asked to search for
 * @throws AppError 'hook-failed' when the access hook failed on every one of the users
 */
export async function seenEntries(
  manager: Manager,
  reach: LogReach,
  unseen: readonly UnseenLogEntry[],
  isWanted: Matcher = () => true,
): Promise<SeenLogEntry[]> {
  requireScope(manager, 'read:logs');
  const entries = unseen.map(opened).filter(isWanted);
  const ids = [...new Set(entries.flatMap((entry) => userIdIn(entry) ?? []))];
  const users = await usersOf(manager, reach, ids);
  const isNarrowed = !reach.isEverybody;
  return entries.flatMap((entry): SeenLogEntry[] => {
    const id = userIdIn(entry);
    const answer = id === undefined ? undefined : users.get(id);
    if (answer === 'refused') return [];
    if (answer) return [{ entry, user: answer.seenAs, isMasked: answer.isMasked, isNarrowed }];
    return isNarrowed ? [] : [{ entry, isMasked: false, isNarrowed }];
  });
}

type SeenUser = { seenAs: User; isMasked: boolean };

/** Whoever does not exist, or is outside the filter, is in no answer. */
async function usersOf(
  manager: Manager,
  { policy, scope }: LogReach,
  ids: readonly string[],
): Promise<Map<string, SeenUser | 'refused'>> {
  const isInScope = scopeMatcher(scope);
  const users = (await usersById(ids, scope)).filter((user) => isInScope(user));
  const questions = users.flatMap((user) => [
    { user, action: 'read:user' as const },
    { user, action: 'read:logs' as const },
  ]);
  const answers = await askAccess(manager, policy, questions);
  const failures = answers.flatMap((answer) => (answer.permitted ? [] : [answer.failure]));
  const [fault] = failures.filter(({ code }) => code !== 'refused');
  if (fault && failures.length === answers.length) throw accessFault(manager, fault);
  return new Map(
    users.map((user, at) => {
      const [read, log] = [answers[2 * at], answers[2 * at + 1]];
      const isSeen = read?.permitted === true && log?.permitted === true;
      return [user.user_id, isSeen ? { seenAs: read.seenAs, isMasked: read.seenAs !== user } : 'refused'];
    }),
  );
}

/** The users with these ids as they are now, as far as the tenant's search and what was written here tell. */
export async function usersById(ids: readonly string[], scope: Scope): Promise<User[]> {
  const [{ written, deletedIds }, found] = await Promise.all([
    ownWrites(),
    searchByIds(ids, scope.kind === 'matching' ? scope.query : { kind: 'all' }),
  ]);
  const byId = new Map(found.map((one) => [one.user_id, one]));
  for (const id of ids) {
    const own = written.get(id)?.found;
    // What only the tenant can compare is vouched for by its search alone.
    if (own && (byId.has(id) || isTestable(scope))) byId.set(id, own);
    if (deletedIds.has(id)) byId.delete(id);
  }
  return [...byId.values()].map((one): User => ({ ...one }));
}

function opened(unseen: UnseenLogEntry): LogEntry {
  return unseen as UnseenLogEntry & LogEntry;
}

function userIdIn({ user_id: userId }: LogEntry): string | undefined {
  return typeof userId === 'string' && isUserId(userId) ? userId : undefined;
}

import { notePermits, noteUserBefore } from '#lib/audit/note.ts';
import { type Action, actions, type Found, type Permitted } from '#lib/auth0/proofs.ts';
import { readUser } from '#lib/auth0/read-user.ts';
import { readCountedRoles } from '#lib/auth0/read-user-roles.ts';
import type { TenantRole } from '#lib/auth0/tenant-role.ts';
import type { User } from '#lib/auth0/user.ts';
import { isUserId } from '#lib/auth0/user-id.ts';
import { AppError } from '#lib/errors.ts';
import { matches } from '#lib/lucene/evaluate.ts';
import type { Query } from '#lib/lucene/query.ts';
import { words } from '#lib/words.ts';
import { type Manager, requireScope } from './manager.ts';
import type { ActionPermission } from './permit/action-permission.ts';
import { type AccessAnswer, accessFault, askAccess, reasonOfSilence } from './permit/permit-access.ts';
import { isOnlyReading, permissionFor, reasonAgainst } from './permit/permit-rights.ts';
import { isTakenAway, takenAwaySentence } from './permit/permit-settings.ts';
import { refusalOf, verdictOn } from './permit/permit-verdict.ts';
import { type Scope, scopeOf } from './permit/scope.ts';
import { isTestable, isWithin, scopeMatcher } from './permit/scope-reach.ts';
import { type Policy, policyFor } from './policy/policy.ts';

/**
 * The one door to a single user: reads the user fresh and lets the manager do all of `actions` to them, or
 * throws. The filter must match the user, the access hook must permit `read:user` and every action, and
 * nobody changes somebody with more rights, whatever the hooks say.
 * @throws AppError 'not-found' alike for nobody, for somebody outside the filter and for a refused
 * `read:user`; 'refused-by-hook' with the hook's own sentence; 'refused-by-guard'; 'hook-failed'
 */
export async function permit<A extends Action>(
  manager: Manager,
  userId: string,
  asked: A | readonly A[],
): Promise<Permitted<A>> {
  return (await permitAndSee(manager, userId, asked)).permitted;
}

/**
 * `permit`, with the user as this manager may see them beside the proof.
 * @throws AppError as `permit` does
 */
export async function permitAndSee<A extends Action>(
  manager: Manager,
  userId: string,
  asked: A | readonly A[],
): Promise<{ permitted: Permitted<A>; seenAs: User; tenantRoles: Examined['tenantRoles'] }> {
  const wanted: readonly Action[] = typeof asked === 'string' ? [asked] : asked;
  notePermits(wanted);
  for (const action of wanted) requireScope(manager, permissionFor(action));
  const { policy, user, tenantRoles, seenAs, answers } = await examine(manager, userId, wanted);
  for (const action of wanted) {
    const reason = reasonAgainst(manager, user, action, tenantRoles);
    if (reason) throw new AppError('refused-by-guard', reason);
    if (isTakenAway(policy.settings, action)) throw takenAway();
    const silence = reasonOfSilence(manager, policy, action);
    if (silence) throw new AppError('not-allowed', silence);
    const answer = answers.get(action);
    if (answer?.permitted === true) continue;
    throw answer ? refusalOf(manager, answer.failure) : new AppError('not-allowed');
  }
  return { permitted: { user } as Permitted<A>, seenAs, tenantRoles };
}

/** One user as this manager may see them, with what the manager may do to them, for the user's page. */
export interface SeenUser {
  readonly permitted: Permitted<'read:user'>;
  /** The user, or what the access hook lets this manager see of them. */
  readonly seenAs: User;
  readonly actions: Record<Action, ActionPermission>;
  /** The roles that the tenant itself assigns to the user; `undefined` where they do not count or were not read. */
  readonly tenantRoles: readonly TenantRole[] | undefined;
}

/**
 * Whether the roles that the tenant itself assigns to the user are read as well, where these count. What they
 * forbid is else known only when it is tried.
 */
export type SeenExtent = 'with-tenant-roles' | 'profile';

const seenUsers = new WeakMap<Manager, Map<string, Promise<SeenUser>>>();

/**
 * `permit` for `read:user`, which in the same call to the hook also learns of every other action. A page asks
 * for several parts of one user: within one request the user is read and the hook asked once, and whoever asks
 * first says how far.
 * @throws AppError as `permit` does
 */
export function permitToSee(
  manager: Manager,
  userId: string,
  extent: SeenExtent = 'with-tenant-roles',
): Promise<SeenUser> {
  const known = seenUsers.get(manager) ?? new Map<string, Promise<SeenUser>>();
  seenUsers.set(manager, known);
  const seen = known.get(userId) ?? seeUser(manager, userId, extent);
  known.set(userId, seen);
  return seen;
}

async function seeUser(manager: Manager, userId: string, extent: SeenExtent): Promise<SeenUser> {
  requireScope(manager, 'read:users');
  const examined = await examine(manager, userId, actions, extent);
  return {
    permitted: { user: examined.user } as Permitted<'read:user'>,
    seenAs: examined.seenAs,
    actions: permissionsIn(manager, examined),
    tenantRoles: examined.tenantRoles,
  };
}

/** What is only read of a user whom `permitToSee` has let through already. */
type ReadingAction = Extract<Action, 'read:devices' | 'read:logs' | 'read:roles'>;

/**
 * `permit` for a part of a user that is read and shown beside the user: takes no call of its own.
 * @throws AppError as `permit` does
 */
export async function permitToRead<A extends ReadingAction>(
  manager: Manager,
  userId: string,
  action: A,
): Promise<Pick<SeenUser, 'seenAs' | 'actions' | 'tenantRoles'> & { permitted: Permitted<A> }> {
  const { permitted, ...seen } = await permitToSee(manager, userId, 'profile');
  const asked = seen.actions[action];
  if (!asked.permitted) throw new AppError('refused-by-hook', asked.reason, { hook: 'access' });
  return { permitted: { user: permitted.user } as Permitted<A>, ...seen };
}

/**
 * A user to be tested, and how they were come by. `index`: as the tenant's search just found them; `written`:
 * found by it, but as they are since; `added`: written here and not found.
 */
export interface ToSee {
  found: Found;
  origin: 'index' | 'written' | 'added';
}

/**
 * What a manager may see of some users, in their order: `undefined` for those outside the scope or refused by
 * the access hook, masks where the hook answers any. One call to the hook in all.
 * @param search what they were searched by, which whoever is not as the tenant's search saw them must match
 * here; whoever is masked must match it as the manager sees them, or a search would tell what the mask hides
 * @throws AppError 'hook-failed' when the access hook failed on every one of them
 */
export async function seenBy(
  manager: Manager,
  candidates: readonly ToSee[],
  scope: Scope,
  search: Query,
): Promise<(User | undefined)[]> {
  requireScope(manager, 'read:users');
  const policy = await policyFor(manager);
  const isInScope = scopeMatcher(scope);
  const users = candidates.map(({ found, origin }) => {
    const user: User = { ...found };
    if (!isInScope(user)) return undefined;
    if (origin === 'added' && !isTestable(scope)) return undefined;
    return origin === 'index' || matches(search, user) ? user : undefined;
  });
  const reachable = users.filter((user) => user !== undefined);
  const questions = reachable.map((user) => ({ user, action: 'read:user' as const }));
  const answers = await askAccess(manager, policy, questions);
  const failures = answers.flatMap((answer) => (answer.permitted ? [] : [answer.failure]));
  const [fault] = failures.filter(({ code }) => code !== 'refused');
  if (fault && failures.length === answers.length) throw accessFault(manager, fault);
  const answerOf = new Map(reachable.map((user, at) => [user, answers[at]]));
  return users.map((user) => {
    const answer = user && answerOf.get(user);
    if (!answer?.permitted) return undefined;
    const isMasked = answer.seenAs !== user;
    return isMasked && !matches(search, answer.seenAs) ? undefined : answer.seenAs;
  });
}

interface Examined {
  policy: Policy;
  user: User;
  /** The tenant's own roles of the user, where these count and something is to be changed. */
  tenantRoles: readonly TenantRole[] | undefined;
  seenAs: User;
  answers: ReadonlyMap<Action, AccessAnswer | undefined>;
}

async function examine(
  manager: Manager,
  userId: string,
  wanted: readonly Action[],
  extent: SeenExtent = 'with-tenant-roles',
): Promise<Examined> {
  if (!isUserId(userId)) throw new AppError('not-found');
  const policy = await policyFor(manager);
  const [scope, user, tenantRoles] = await Promise.all([
    scopeOf(manager, policy),
    readUser(userId),
    extent === 'profile' || wanted.every(isOnlyReading) ? undefined : readCountedRoles(userId),
  ]);
  if (user) noteUserBefore(user);
  if (!user || !(await isWithin(scope, user))) throw new AppError('not-found');
  const asked = [...new Set<Action>(['read:user', ...wanted])];
  const given = await askAccess(
    manager,
    policy,
    asked.map((action) => ({ user, action })),
  );
  const answers = new Map(asked.map((action, at) => [action, given[at]]));
  const read = answers.get('read:user');
  if (!read?.permitted) {
    if (read && read.failure.code !== 'refused') throw accessFault(manager, read.failure);
    throw new AppError('not-found');
  }
  return { policy, user, tenantRoles, seenAs: read.seenAs, answers };
}

function permissionsIn(manager: Manager, examined: Examined): Record<Action, ActionPermission> {
  const permissions = actions.map((action) => [
    action,
    verdictOn(manager, examined, action, examined.answers.get(action)),
  ]);
  return Object.fromEntries(permissions) as Record<Action, ActionPermission>;
}

function takenAway(): AppError {
  return new AppError(
    'not-allowed',
    words('{problems} Nothing was changed.', { problems: takenAwaySentence }),
    { hook: 'settings' },
  );
}

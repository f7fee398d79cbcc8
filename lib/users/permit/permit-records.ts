import type { AuditRecord } from '#lib/audit/record.ts';
import type { User } from '#lib/auth0/user.ts';
import { AppError } from '#lib/errors.ts';
import { words } from '#lib/words.ts';
import { type Manager, requireScope } from '../manager.ts';
import { type Policy, policyFor } from '../policy/policy.ts';
import { lastStatesOf } from '../records/last-states.ts';
import { accessFault, askAccess } from './permit-access.ts';
import { usersById } from './permit-log.ts';
import { type Scope, scopeOf } from './scope.ts';
import { isTestable, scopeMatcher } from './scope-reach.ts';

/** Of whom a manager sees the records. */
export interface RecordReach {
  readonly policy: Policy;
  readonly scope: Scope;
  /** An Administrator: every record is seen, and of each what the access hook does not mask from them. */
  readonly isEverybody: boolean;
}

/** A user as one manager may see them. */
export interface SightOfUser {
  /** As the user stands now; for whoever is gone as the records knew them last. */
  user: User;
  /** What the access hook shows of the user. */
  seenAs: User;
  isMasked: boolean;
  isGone: boolean;
}

/** A record that a manager may see. */
export interface SeenRecord {
  record: AuditRecord;
  /** The record's user; absent where there is none, or where nothing is known of them any more. */
  user?: SightOfUser;
  /** Who made the attempt, where this manager may see them as a user. */
  maker?: SightOfUser;
  isOwn: boolean;
  /** The access hook failed on the user, so that nobody knows what it would mask. */
  isUnknown: boolean;
}

/**
 * What the audit trail holds for a manager.
 * @throws AppError 'no-role', 'not-allowed' for whoever may see nobody; what the hooks throw
 */
export async function recordReach(manager: Manager): Promise<RecordReach> {
  requireScope(manager, 'read:users');
  const policy = await policyFor(manager);
  if (manager.scope.includes('manage:config')) {
    return { policy, scope: { kind: 'everybody', isSaid: true }, isEverybody: true };
  }
  const scope = await scopeOf(manager, policy);
  if (scope.kind === 'nobody') {
    throw new AppError(
      'not-allowed',
      words(
        'This tenant has neither an access nor a filter hook, so only an administrator sees its records. Tell an administrator.',
      ),
    );
  }
  return { policy, scope, isEverybody: false };
}

/**
 * Those of the records that this manager may see, in their order. Whom a record is about is looked up as they
 * are now, tested against the filter and asked about from the access hook as `read:user`; who is gone is judged
 * as the records knew them last. A record about nobody is for its maker and for Administrators.
 * @throws AppError 'hook-failed' when the access hook failed on every one of the users
 */
export async function seenRecords(
  manager: Manager,
  reach: RecordReach,
  records: readonly AuditRecord[],
): Promise<SeenRecord[]> {
  requireScope(manager, 'read:users');
  const own = manager.user.user_id;
  const ids = records.flatMap(({ user, manager: { id } }) => [user?.id, id === own ? undefined : id]);
  const sights = await sightsOf(
    manager,
    reach,
    ids.filter((id) => id !== undefined),
  );
  return records.flatMap((record): SeenRecord[] => {
    const isOwn = record.manager.id === own;
    const maker = isOwn ? undefined : sightIn(sights, record.manager.id);
    if (!record.user) {
      return isOwn || reach.isEverybody ? [{ record, maker, isOwn, isUnknown: false }] : [];
    }
    const user = sightIn(sights, record.user.id);
    const isUnknown = sights.get(record.user.id) === 'unknown';
    return user || reach.isEverybody ? [{ record, user, maker, isOwn, isUnknown }] : [];
  });
}

/** `unseen`: not this manager's to see; `unknown`: the access hook failed on them. */
type Sight = SightOfUser | 'unseen' | 'unknown';

interface Known {
  sights: Map<string, Sight>;
  /** Whoever asks waits for who asked before, so that nobody is asked about twice. */
  last: Promise<unknown>;
}

const knownTo = new WeakMap<Manager, Known>();

function known(manager: Manager): Known {
  const own = knownTo.get(manager) ?? { sights: new Map(), last: Promise.resolve() };
  knownTo.set(manager, own);
  return own;
}

/**
 * Whether this manager sees each of the users with these ids, and as what. Each is asked about once in a request:
 * with one search for some fifty of them, and one call to the hook in all.
 * @throws AppError what the hooks and every reading call throw
 */
export async function sightsOf(
  manager: Manager,
  reach: RecordReach,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Sight>> {
  const own = known(manager);
  const asking = own.last
    .catch(() => {})
    .then(async () => {
      const open = [...new Set(ids)].filter((id) => !own.sights.has(id));
      if (open.length === 0) return;
      for (const [id, sight] of await look(manager, reach, open)) own.sights.set(id, sight);
    });
  own.last = asking;
  await asking;
  return own.sights;
}

/** Takes over what `permit.ts` has found out about one user in the same request. */
export function noteSight(manager: Manager, user: User, seenAs: User): void {
  known(manager).sights.set(user.user_id, { user, seenAs, isMasked: seenAs !== user, isGone: false });
}

/** Those whom this manager was found not to see, in this request. */
export function unseenUserIds(manager: Manager): string[] {
  return [...known(manager).sights].flatMap(([id, sight]) => (sight === 'unseen' ? id : []));
}

function sightIn(sights: ReadonlyMap<string, Sight>, id: string): SightOfUser | undefined {
  const sight = sights.get(id);
  return typeof sight === 'object' ? sight : undefined;
}

type Candidate = { user: User; isGone: boolean };

async function look(
  manager: Manager,
  reach: RecordReach,
  ids: readonly string[],
): Promise<[string, Sight][]> {
  const candidates = await candidatesOf(reach, ids);
  const questions = candidates.map(({ user }) => ({ user, action: 'read:user' as const }));
  const answers = await askAccess(manager, reach.policy, questions);
  const failures = answers.flatMap((answer) => (answer.permitted ? [] : [answer.failure]));
  const [fault] = failures.filter(({ code }) => code !== 'refused');
  // An Administrator reads in the trail what went wrong, so a broken hook does not close it to them.
  if (fault && failures.length === answers.length && !reach.isEverybody) throw accessFault(manager, fault);
  const sights = candidates.map(({ user, isGone }, at): [string, Sight] => {
    const answer = answers[at];
    if (answer?.permitted) {
      const { seenAs } = answer;
      return [user.user_id, { user, seenAs, isMasked: seenAs !== user, isGone }];
    }
    if (!reach.isEverybody) return [user.user_id, 'unseen'];
    const isRefusal = answer?.failure.code === 'refused';
    return [user.user_id, isRefusal ? { user, seenAs: user, isMasked: false, isGone } : 'unknown'];
  });
  const answered = new Set(sights.map(([id]) => id));
  const others = ids.filter((id) => !answered.has(id)).map((id): [string, 'unseen'] => [id, 'unseen']);
  return [...sights, ...others];
}

/** Those whom the filter lets through, as they are now or as the records knew them last. */
async function candidatesOf({ scope }: RecordReach, ids: readonly string[]): Promise<Candidate[]> {
  const [present, vouched] = await Promise.all([
    usersById(ids, { kind: 'everybody', isSaid: true }),
    isTestable(scope) ? undefined : usersById(ids, scope),
  ]);
  const isVouched = (user: User) =>
    vouched === undefined || vouched.some(({ user_id: id }) => id === user.user_id);
  const presentIds = new Set(present.map(({ user_id: id }) => id));
  const gone = await lastStatesOf(ids.filter((id) => !presentIds.has(id)));
  const isInScope = scopeMatcher(scope);
  return [
    ...present.filter(isVouched).map((user) => ({ user, isGone: false })),
    // Nobody can vouch for whoever is gone where the filter cannot be tested here.
    ...(isTestable(scope) ? gone.map((user) => ({ user, isGone: true })) : []),
  ].filter(({ user }) => isInScope(user));
}

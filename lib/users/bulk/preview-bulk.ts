import type { User } from '#lib/auth0/user.ts';
import { said, type Words, words } from '#lib/words.ts';
import { type Manager, requireScope } from '../manager.ts';
import { type AccessAnswer, askAccess } from '../permit/permit-access.ts';
import { usersById } from '../permit/permit-log.ts';
import { refusalOf, verdictOn } from '../permit/permit-verdict.ts';
import { scopeOf } from '../permit/scope.ts';
import { scopeMatcher } from '../permit/scope-reach.ts';
import { policyFor } from '../policy/policy.ts';
import { bulkRules } from './bulk-rules.ts';
import type { BulkAction, BulkVerdict } from './bulk-view.ts';

/**
 * What an action would do to each of some users: one search for some fifty of them, and one call to the access
 * hook for all. It promises nothing: whoever is done to is read and judged anew by the verb, which also knows what
 * is left out here, the roles that the tenant itself assigns. Whoever is not this manager's to see, and whoever
 * does not exist, are the same here.
 * @returns one verdict for each id, in the order in which the ids come first
 * @throws AppError 'no-role', 'not-allowed', 'hook-failed', 'refused-by-hook', 'tenant-limit', 'tenant-unavailable'
 */
export async function previewBulk(
  manager: Manager,
  { action, userIds }: { action: BulkAction; userIds: readonly string[] },
): Promise<BulkVerdict[]> {
  requireScope(manager, 'manage:users');
  const policy = await policyFor(manager);
  const scope = await scopeOf(manager, policy);
  const ids = [...new Set(userIds)];
  const isInScope = scopeMatcher(scope);
  const users = (await usersById(ids, scope)).filter((user) => isInScope(user));
  const rule = bulkRules[action];
  const asked = ['read:user' as const, ...rule.actions];
  const answers = await askAccess(
    manager,
    policy,
    users.flatMap((user) => asked.map((one) => ({ user, action: one }))),
  );
  const judged = new Map(
    users.map((user, at): [string, BulkVerdict] => {
      const [read, ...others] = answers.slice(at * asked.length, (at + 1) * asked.length);
      const reason = reasonAgainstSeeing(manager, read) ?? reasonAgainst(user, others);
      return [user.user_id, reason ? refused(user.user_id, reason) : stateOf(user, read)];
    }),
  );
  return ids.map((id) => judged.get(id) ?? refused(id, notYours));

  function reasonAgainst(user: User, given: readonly AccessAnswer[]): Words | undefined {
    const own = rule.reasonAgainst?.(manager, user);
    if (own) return own;
    for (const [at, one] of rule.actions.entries()) {
      const permission = verdictOn(manager, { policy, user }, one, given[at]);
      if (!permission.permitted) return permission.reason;
    }
    return undefined;
  }

  function stateOf(user: User, read: AccessAnswer | undefined): BulkVerdict {
    const seenAs = read?.permitted ? read.seenAs : user;
    return { userId: user.user_id, verdict: isAlready(action, user, seenAs) ? 'already' : 'ready' };
  }
}

const notYours = words('This user is no longer one of yours, or no longer exists.');

function refused(userId: string, reason: Words): BulkVerdict {
  return { userId, verdict: 'refused', reason: said(reason) };
}

/** As for a single user: who is refused does not exist here, and a hook that failed is told as such. */
function reasonAgainstSeeing(manager: Manager, read: AccessAnswer | undefined): Words | undefined {
  if (read?.permitted) return undefined;
  return !read || read.failure.code === 'refused' ? notYours : refusalOf(manager, read.failure).words;
}

/** Told only of what the manager sees of the user: what a mask leaves out is done to whoever it may be. */
function isAlready(action: BulkAction, user: User, seenAs: User): boolean {
  const { already } = bulkRules[action];
  if (!already) return false;
  const value = seenAs[already.property];
  if (value === undefined && seenAs !== user) return false;
  return (value === true) === already.value;
}

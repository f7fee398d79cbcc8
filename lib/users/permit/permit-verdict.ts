import type { Action } from '#lib/auth0/proofs.ts';
import type { User } from '#lib/auth0/user.ts';
import { AppError } from '#lib/errors.ts';
import type { Manager } from '../manager.ts';
import type { Policy } from '../policy/policy.ts';
import { asAppError } from '../policy/run-policy-hook.ts';
import type { ActionPermission } from './action-permission.ts';
import { type AccessAnswer, accessFault, reasonOfSilence } from './permit-access.ts';
import { permissionFor, reasonAgainst } from './permit-rights.ts';
import { isTakenAway, takenAwaySentence } from './permit-settings.ts';

/** What an action on a user is judged by. */
export interface Judged {
  policy: Policy;
  user: User;
  /** The roles that the tenant itself assigns to the user; absent where they do not count or were not read. */
  tenantRoles?: readonly { name: string }[] | undefined;
}

/**
 * Whether a manager may do something to a user, for a page to say: what is tried is judged anew by `permit`.
 * @param answer what the access hook said; absent where it was not asked, which permits nothing
 */
export function verdictOn(
  manager: Manager,
  { policy, user, tenantRoles }: Judged,
  action: Action,
  answer: AccessAnswer | undefined,
): ActionPermission {
  if (isTakenAway(policy.settings, action)) {
    return { permitted: false, reason: takenAwaySentence, isTakenAway: true };
  }
  const lacksRole = !manager.scope.includes(permissionFor(action));
  const reason = lacksRole
    ? new AppError('not-allowed').words
    : (reasonAgainst(manager, user, action, tenantRoles) ?? reasonOfSilence(manager, policy, action));
  if (reason) return { permitted: false, reason };
  if (!answer) return { permitted: false, reason: new AppError('not-allowed').words };
  return answer.permitted
    ? { permitted: true }
    : { permitted: false, reason: refusalOf(manager, answer.failure).words };
}

type AccessFailure = Extract<AccessAnswer, { permitted: false }>['failure'];

/** The hook's own sentence where it refused; a hook that failed says no more than the manager may read. */
export function refusalOf(manager: Manager, failure: AccessFailure): AppError {
  return failure.code === 'refused' ? asAppError(failure) : accessFault(manager, failure);
}

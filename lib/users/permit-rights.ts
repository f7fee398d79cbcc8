import type { Action } from '#lib/auth0/proofs.ts';
import type { User } from '#lib/auth0/user.ts';
import type { Manager, Permission } from './manager.ts';
import { rolesAndPermissionsOf } from './roles.ts';

const actionsOnlyReading: ReadonlySet<Action> = new Set(['read:user', 'read:devices', 'read:logs']);

const actionsAgainstOneself: ReadonlySet<Action> = new Set(['delete:user', 'block:user']);

/** The permission that an action takes before any hook is asked. */
export function permissionFor(action: Action): Permission {
  return actionsOnlyReading.has(action) ? 'read:users' : 'manage:users';
}

/**
 * Why a manager may not do something to a user whatever the hooks say, or `undefined`: nobody changes somebody
 * with a permission that they lack themselves, and nobody blocks or deletes themselves.
 */
export function reasonAgainst(manager: Manager, user: User, action: Action): string | undefined {
  if (actionsOnlyReading.has(action)) return undefined;
  const isSelf = user.user_id === manager.user.user_id;
  if (isSelf && actionsAgainstOneself.has(action)) {
    return action === 'block:user' ? 'You cannot block yourself.' : 'You cannot delete yourself.';
  }
  const beyond = rolesAndPermissionsOf(user).permissions.some(
    (permission) => !manager.scope.includes(permission),
  );
  return beyond ? 'This user has more rights in this console than you have.' : undefined;
}

import type { Action } from '#lib/auth0/proofs.ts';
import type { User } from '#lib/auth0/user.ts';
import { type Words, words } from '#lib/words.ts';
import type { Manager, Permission } from '../manager.ts';
import { rolesAndPermissionsOf } from '../roles.ts';

const actionsOnlyReading: ReadonlySet<Action> = new Set([
  'read:user',
  'read:devices',
  'read:logs',
  'read:roles',
]);

/** What nobody does to themselves, with the sentence that says so. */
const againstOneself: { [action in Action]?: Words } = {
  'delete:user': words('You cannot delete yourself.'),
  'block:user': words('You cannot block yourself.'),
  'change:roles': words('Nobody changes their own roles and organizations.'),
};

/** Whether an action leaves the user as they are. */
export function isOnlyReading(action: Action): boolean {
  return actionsOnlyReading.has(action);
}

/** The permission that an action takes before any hook is asked. */
export function permissionFor(action: Action): Permission {
  return actionsOnlyReading.has(action) ? 'read:users' : 'manage:users';
}

/**
 * Why a manager may not do something to a user whatever the hooks say, or `undefined`: nobody changes somebody
 * with a permission that they lack themselves, and nobody blocks, deletes or promotes themselves.
 * @param tenantRoles the roles that the tenant itself assigns to the user, where these count
 */
export function reasonAgainst(
  manager: Manager,
  user: User,
  action: Action,
  tenantRoles: readonly { name: string }[] = [],
): Words | undefined {
  if (actionsOnlyReading.has(action)) return undefined;
  const ofOneself = user.user_id === manager.user.user_id ? againstOneself[action] : undefined;
  if (ofOneself) return ofOneself;
  const beyond = rolesAndPermissionsOf(user, {}, tenantRoles).permissions.some(
    (permission) => !manager.scope.includes(permission),
  );
  return beyond ? words('This user has more rights in this console than you have.') : undefined;
}

import { noteChange } from '#lib/audit/note.ts';
import { assignRoles, removeRoles, rolesById, rolesOfUser } from '#lib/auth0/roles.ts';
import type { TenantRole } from '#lib/auth0/tenant-role.ts';
import { AppError } from '#lib/errors.ts';
import type { JsonObject } from '#lib/json.ts';
import { words } from '#lib/words.ts';
import { displayNameOf } from '../display-name.ts';
import { guardRoles } from '../guard/guard-roles.ts';
import { type Manager, requireScope } from '../manager.ts';
import { permitStill } from '../permit/permit-still.ts';
import { recorded } from '../recorded.ts';

export interface ChangeUserRolesInput {
  userId: string;
  change: 'assign' | 'remove';
  roleIds: string[];
}

export interface ChangedUserRoles {
  /** The user's name, else the e-mail address, the username, the id. */
  name: string;
  /** The names of the roles that were given or taken away; none when the user had none of them any more. */
  roles: string[];
}

/**
 * Gives a user roles of the tenant, or takes some away, and leaves all others as they stand, so that whoever
 * changes others meanwhile loses nothing.
 * @throws AppError 'refused-by-guard' for a role that gives more in this console than the manager has, and for
 * somebody who has more rights; 'invalid-input' for a role that is gone; 'no-role', 'not-allowed', 'not-found',
 * 'refused-by-hook', 'hook-failed', 'tenant-limit', 'tenant-unavailable', 'tenant-refused'
 */
export const changeUserRoles = recorded(
  'change:roles',
  async (manager: Manager, { userId, change, roleIds }: ChangeUserRolesInput): Promise<ChangedUserRoles> => {
    requireScope(manager, 'manage:users');
    const { permitted, seenAs, tenantRoles } = await permitStill(manager, userId, [
      'read:roles',
      'change:roles',
    ]);
    const wanted = new Set(roleIds);
    const known =
      change === 'assign' ? await rolesById(roleIds) : (tenantRoles ?? (await rolesOfUser(permitted)));
    const roles = known.filter(({ id }) => wanted.has(id));
    if (change === 'assign' && roles.length < wanted.size) throw roleGone();
    const guarded = guardRoles(manager, roles);
    noteChange(...sidesOf(change, roles, change === 'remove' ? known : tenantRoles));
    if (roles.length > 0) await (change === 'assign' ? assignRoles : removeRoles)(permitted, guarded);
    return { name: displayNameOf(seenAs), roles: roles.map(({ name }) => name) };
  },
);

/** The roles by their ids, before and after; of those that stay, only what is known. */
function sidesOf(
  change: ChangeUserRolesInput['change'],
  roles: readonly TenantRole[],
  held: readonly TenantRole[] = [],
): [before: JsonObject, after: JsonObject] {
  const namesById = (some: readonly TenantRole[]): JsonObject => ({
    roles: Object.fromEntries(some.map(({ id, name }) => [id, name])),
  });
  const changed = new Set(roles.map(({ id }) => id));
  const stands = held.filter(({ id }) => changed.has(id));
  return [namesById(stands), namesById(change === 'assign' ? roles : [])];
}

function roleGone(): AppError {
  return new AppError(
    'invalid-input',
    words('One of these roles no longer exists in the tenant. Nothing was changed; load the page again.'),
  );
}

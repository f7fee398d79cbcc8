import { rolesOfTenant, rolesOfUser } from '#lib/auth0/roles.ts';
import type { TenantRole } from '#lib/auth0/tenant-role.ts';
import { say } from '#lib/words.ts';
import { givesMoreThan } from '../guard/guard-roles.ts';
import { type Manager, requireScope } from '../manager.ts';
import { permit, permitToRead } from '../permit.ts';
import type { AssignableRoles, RoleView, UserRoles } from './user-roles-view.ts';

/**
 * The roles that the tenant assigns to one user. Beside the user's page it takes one call to the tenant, or none
 * where the page has read them.
 * @throws AppError 'no-role', 'not-allowed', 'not-found', 'refused-by-hook', 'hook-failed', 'tenant-limit',
 * 'tenant-unavailable', 'tenant-refused'
 */
export async function listUserRoles(manager: Manager, { userId }: { userId: string }): Promise<UserRoles> {
  requireScope(manager, 'read:users');
  const { permitted, tenantRoles } = await permitToRead(manager, userId, 'read:roles');
  const roles = tenantRoles ?? (await rolesOfUser(permitted));
  return { roles: roles.map((role) => viewOf(manager, role)).toSorted(byName) };
}

/**
 * A page of the tenant's roles that a manager can give to one user; those that give more in this console than
 * the manager has are left out, and counted.
 * @throws AppError as `listUserRoles` does, and 'refused-by-guard'
 */
export async function listAssignableRoles(
  manager: Manager,
  { userId, page }: { userId: string; page: number },
): Promise<AssignableRoles> {
  requireScope(manager, 'manage:users');
  await permit(manager, userId, ['read:roles', 'change:roles']);
  const { roles, hasMore } = await rolesOfTenant(page);
  const within = roles.filter((role) => !givesMoreThan(manager, role));
  return {
    roles: within.map((role) => viewOf(manager, role)),
    withheldCount: roles.length - within.length,
    nextPage: hasMore ? page + 1 : null,
  };
}

function viewOf(manager: Manager, role: TenantRole): RoleView {
  const { id, name, description } = role;
  const reasonAgainst = givesMoreThan(manager, role)
    ? say('This role gives more rights in this console than you have.')
    : null;
  return { id, name, description, reasonAgainst };
}

function byName(one: RoleView, other: RoleView): number {
  return one.name.localeCompare(other.name, 'en');
}

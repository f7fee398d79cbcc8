import type { GuardedRoles } from '#lib/auth0/proofs.ts';
import type { TenantRole } from '#lib/auth0/tenant-role.ts';
import { AppError } from '#lib/errors.ts';
import { words } from '#lib/words.ts';
import type { Manager } from '../manager.ts';
import { rolesAndPermissionsOf } from '../roles.ts';

/**
 * Lets roles of the tenant through that are to be given or taken away. A role whose name is one of this
 * console's takes all that it gives here, whether or not the tenant's own assignments count: sign-ins commonly
 * carry them as claims.
 * @throws AppError 'refused-by-guard' naming the role that gives more than the manager has
 */
export function guardRoles(manager: Manager, roles: readonly TenantRole[]): GuardedRoles {
  const beyond = roles.find((role) => givesMoreThan(manager, role));
  if (beyond) {
    throw new AppError(
      'refused-by-guard',
      words('The role “{role}” gives more rights in this console than you have. Nothing was changed.', {
        role: beyond.name,
      }),
    );
  }
  return { roleIds: roles.map(({ id }) => id) } as unknown as GuardedRoles;
}

/** Whether somebody with a role could do more in this console than the manager can. */
export function givesMoreThan(manager: Manager, { name }: TenantRole): boolean {
  const { permissions } = rolesAndPermissionsOf({ user_id: '' }, {}, [{ name }]);
  return permissions.some((permission) => !manager.scope.includes(permission));
}

import type { JsonObject } from '#lib/json.ts';
import { ManagementError, type Tenant } from '../endpoint.ts';

export type Role = { id: string; name: string; description: string };

/** That a user holds a role; its id is made of both ids. */
export type RoleAssignment = { id: string; role_id: string; user_id: string };

export function roleCollection(tenant: Pick<Tenant, 'store'>) {
  return tenant.store.collection<Role>('roles');
}

export function assignmentCollection(tenant: Pick<Tenant, 'store'>) {
  return tenant.store.collection<RoleAssignment>('role-assignments');
}

/** The role with this id; 404 `inexistent_role` when there is none. */
export function findRole(tenant: Pick<Tenant, 'store'>, id: string): Role {
  const role = roleCollection(tenant).get(id);
  if (!role) throw new ManagementError(404, 'The role does not exist.', 'inexistent_role');
  return role;
}

/** Gives a user a role; nothing happens when the user has it. */
export function assignRole(tenant: Pick<Tenant, 'store'>, roleId: string, userId: string): void {
  const id = `${roleId} ${userId}`;
  assignmentCollection(tenant).set(id, { id, role_id: roleId, user_id: userId });
}

export function rolesOf(tenant: Pick<Tenant, 'store'>, userId: string): Role[] {
  return Array.from(assignmentCollection(tenant).values())
    .filter((assignment) => assignment.user_id === userId)
    .flatMap((assignment) => roleCollection(tenant).get(assignment.role_id) ?? []);
}

export function toAnswer({ id, name, description }: Role): JsonObject {
  return { id, name, description };
}

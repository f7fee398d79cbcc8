import type { Endpoint } from '../endpoint.ts';
import { addRoleUsers, listRoleUsers } from './role-users.ts';
import { createRole, deleteRole, getRole, listRoles, patchRole } from './tenant-roles.ts';
import { addUserRoles, listUserRoles, removeUserRoles } from './user-roles.ts';

/** Roles of the tenant, and who holds them. */
export const roleEndpoints: Endpoint[] = [
  listRoles,
  createRole,
  getRole,
  patchRole,
  deleteRole,
  listRoleUsers,
  addRoleUsers,
  listUserRoles,
  addUserRoles,
  removeUserRoles,
];

import type { Tenant } from '../endpoint.ts';
import { revokeAccess } from '../sessions/revoke-access.ts';

/** Collections whose documents belong to one user and name it in `user_id`. */
const userOwned = [
  'authentication-methods',
  'device-credentials',
  'organization-members',
  'password-histories',
  'role-assignments',
  'tickets',
  'user-blocks',
  'wrong-passwords',
];

/** Deletes a user and all that hangs on it: methods, devices, roles, memberships, tickets, sessions and tokens. */
export function forgetUser(tenant: Pick<Tenant, 'store'>, userId: string): void {
  revokeAccess(tenant, userId);
  for (const name of userOwned) {
    const collection = tenant.store.collection<{ id?: string; user_id?: string }>(name);
    for (const document of Array.from(collection.values())) {
      if (document.user_id === userId) collection.delete(document.id ?? userId);
    }
  }
  tenant.store.users.delete(userId);
}

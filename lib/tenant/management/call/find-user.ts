import type { TenantUser } from '../../tenant-user.ts';
import { type ManagementCall, ManagementError, type Tenant } from '../endpoint.ts';

/** The user with this id; 404 `inexistent_user` when there is none. */
export function findUser(tenant: Pick<Tenant, 'store'>, userId: string): TenantUser {
  const user = tenant.store.users.get(userId);
  if (!user) throw new ManagementError(404, 'The user does not exist.', 'inexistent_user');
  return user;
}

/** A path parameter of the call; it is there because the endpoint's path names it. */
export function param(call: Pick<ManagementCall, 'params'>, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new ManagementError(404, 'Not Found');
  return value;
}

import { RolesClient } from 'auth0/users/roles';
import { env } from '#lib/env.ts';
import { readFromTenant, readTimeoutMs } from './client.ts';
import { asAppError } from './errors.ts';
import { arrayIn } from './tenant-answer.ts';
import { TenantFailure } from './tenant-failure.ts';
import { roleIn, rolesPerPage, type TenantRole } from './tenant-role.ts';
import { isUserId } from './user-id.ts';

/**
 * All the roles that the tenant assigns to a user at this moment, one call for every hundred; none where there
 * is no such user. Tests nothing: only the session (for the manager's own roles) and `permit` may call this.
 * @throws AppError 'tenant-unavailable', 'tenant-limit', 'tenant-refused'
 */
export async function readUserRoles(userId: string, timeoutMs = readTimeoutMs): Promise<TenantRole[]> {
  if (!isUserId(userId)) return [];
  try {
    return await readFromTenant(async (client, options) => {
      const roles: TenantRole[] = [];
      for (let page = 0; ; page++) {
        const request = { page, per_page: rolesPerPage, include_totals: true };
        const { response } = await new RolesClient(client).list(userId, request, options);
        const given = arrayIn(response.roles);
        roles.push(...given.flatMap(roleIn));
        if (given.length < rolesPerPage) return roles;
      }
    }, timeoutMs);
  } catch (error) {
    if (error instanceof TenantFailure && error.status === 404) return [];
    throw asAppError(error);
  }
}

/**
 * The tenant's own roles of somebody where they count in this console, which is where the setting `TENANT_ROLES`
 * is on; otherwise `undefined`, without a call.
 * @throws AppError what `readUserRoles` throws
 */
export async function readCountedRoles(userId: string): Promise<TenantRole[] | undefined> {
  return env().TENANT_ROLES === 'off' ? undefined : readUserRoles(userId);
}

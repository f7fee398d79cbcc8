import type { TenantUser } from '../../tenant-user.ts';
import { connectionByName, findConnection, isDatabase } from '../connections/connection.ts';
import { ManagementError, type Tenant } from '../endpoint.ts';

/** Whether the user signs in with a password that this tenant keeps. */
export function hasPassword(tenant: Pick<Tenant, 'store'>, user: TenantUser): boolean {
  const connection = connectionByName(tenant, user.identities[0]?.connection ?? '');
  return connection !== undefined && isDatabase(connection);
}

/**
 * The user of a connection by any identifier: e-mail address, username or phone number, whatever its case.
 * Undefined when there is none.
 */
export function userByIdentifier(
  tenant: Pick<Tenant, 'store'>,
  connection: string,
  identifier: string,
): TenantUser | undefined {
  const ofConnection = (user: TenantUser) => user.identities[0]?.connection === connection;
  const byEmail = tenant.store.users.byEmail(identifier).find(ofConnection);
  if (byEmail) return byEmail;
  const byUsername = tenant.store.users.byUsername(identifier).find(ofConnection);
  if (byUsername || !identifier.startsWith('+')) return byUsername;
  for (const user of tenant.store.users.values()) {
    if (ofConnection(user) && user.phone_number === identifier) return user;
  }
  return undefined;
}

/** The user that a ticket's request names, by `user_id` or by `email` and `connection_id`. */
export function ticketUser(
  tenant: Tenant,
  named: { user_id?: string; email?: string; connection_id?: string },
): TenantUser {
  if (named.user_id) {
    const user = tenant.store.users.get(named.user_id);
    if (user) return user;
  } else if (named.email && named.connection_id) {
    const connection = findConnection(tenant, named.connection_id);
    const user = userByIdentifier(tenant, connection.name, named.email);
    if (user) return user;
  } else {
    const message = "Payload validation error: 'Either user_id, or email and connection_id, is required'.";
    throw new ManagementError(400, message, 'invalid_body');
  }
  throw new ManagementError(404, 'The user does not exist.', 'inexistent_user');
}

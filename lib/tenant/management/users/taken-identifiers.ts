import type { TenantUser } from '../../tenant-user.ts';
import { ManagementError, type Tenant } from '../endpoint.ts';

interface Identifiers {
  user_id?: string;
  email?: string;
  username?: string;
  phone_number?: string;
}

/** The identifier that another user of the connection has already; undefined when all are free. */
export function takenIdentifier(
  tenant: Pick<Tenant, 'store'>,
  connection: string,
  { user_id: userId, email, username, phone_number: phoneNumber }: Identifiers,
  ownId?: string,
): keyof Identifiers | undefined {
  const { users } = tenant.store;
  const isOther = (user: TenantUser) =>
    user.user_id !== ownId && user.identities.some((identity) => identity.connection === connection);
  if (userId !== undefined && userId !== ownId && users.get(userId)) return 'user_id';
  if (email !== undefined && users.byEmail(email).some(isOther)) return 'email';
  if (username !== undefined && users.byUsername(username).some(isOther)) return 'username';
  if (phoneNumber !== undefined) {
    for (const user of users.values()) {
      if (user.phone_number === phoneNumber && isOther(user)) return 'phone_number';
    }
  }
  return undefined;
}

/** What Auth0 answers when a new user's identifier is taken, without saying which. */
export function userExists(): ManagementError {
  return new ManagementError(409, 'The user already exists.', 'auth0_idp_error');
}

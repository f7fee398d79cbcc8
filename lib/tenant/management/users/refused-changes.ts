import type { TenantUser } from '../../tenant-user.ts';
import { type Connection, connectionByName } from '../connections/connection.ts';
import { ManagementError, type Tenant } from '../endpoint.ts';
import { databaseConnection } from './database-connection.ts';
import type { ChangedUserBody } from './user-body.ts';

const refusedPairs = [
  ['password', 'email'],
  ['password', 'email_verified'],
  ['username', 'email'],
  ['username', 'email_verified'],
  ['username', 'password'],
] as const;

/** Throws 400 for attributes that Auth0 does not change in one call. */
export function refusePairs(body: ChangedUserBody): void {
  for (const [one, other] of refusedPairs) {
    if (body[one] === undefined || body[other] === undefined) continue;
    throw new ManagementError(
      400,
      `Cannot update ${one} and ${other} simultaneously`,
      'operation_not_supported',
    );
  }
}

const credentials = ['email', 'username', 'phone_number', 'password'] as const;

/**
 * The connection in which a change of e-mail address, username, phone number or password happens; undefined when
 * the body changes none of them. Throws 400 when it is missing, not the user's, or keeps its users elsewhere.
 */
export function connectionOfChange(
  tenant: Pick<Tenant, 'store'>,
  user: TenantUser,
  body: ChangedUserBody,
): Connection | undefined {
  if (
    body.connection !== undefined &&
    !user.identities.some(({ connection }) => connection === body.connection)
  ) {
    throw new ManagementError(400, 'The user does not belong to the connection.', 'inexistent_connection');
  }
  if (!credentials.some((key) => body[key] !== undefined)) return undefined;
  if (body.connection === undefined) {
    const message = "Payload validation error: 'Missing required property: connection'.";
    throw new ManagementError(400, message, 'invalid_body');
  }
  return databaseConnection(tenant, body.connection);
}

const fromIdentityProvider = ['name', 'given_name', 'family_name', 'nickname', 'picture'] as const;
const neverOfOthers = [
  'email',
  'email_verified',
  'username',
  'phone_number',
  'phone_verified',
  'password',
] as const;

/**
 * Throws 400 for attributes that come from the identity provider of an enterprise or social user. The profile's can
 * be changed where the connection sets them at the first sign-in only.
 * @see https://auth0.com/docs/manage-users/user-accounts/user-profiles/root-attributes
 */
export function refuseForeignAttributes(
  tenant: Pick<Tenant, 'store'>,
  user: TenantUser,
  body: ChangedUserBody,
): void {
  const main = user.identities[0];
  if (main?.provider === 'auth0') return;
  const options = main && connectionByName(tenant, main.connection)?.options;
  const isSetOnce = options?.set_user_root_attributes === 'on_first_login';
  const refused = [...neverOfOthers, ...(isSetOnce ? [] : fromIdentityProvider)].filter(
    (key) => body[key] !== undefined,
  );
  if (refused.length === 0) return;
  const message =
    `The following user attributes cannot be updated: ${refused.join(', ')}. ` +
    `The connection (${main?.connection}) is not a database connection; its identity provider sets them.`;
  throw new ManagementError(400, message, 'operation_not_supported');
}

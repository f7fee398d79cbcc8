import type { KoaContextWithOIDC, ResourceServer } from 'oidc-provider';
import { type AccessToken, type ClientCredentials, errors, type JWTStructured } from 'oidc-provider';
import type { Tenant } from '../management/endpoint.ts';
import { managementAudience } from './client.ts';

/** How long an access token of the Management API is good for, as in Auth0. */
export const accessTokenSeconds = 24 * 60 * 60;

/**
 * The one API of the tenant. `scope` is what the caller may be given of it: a client's grant, or nothing for a person.
 *
 * @throws invalid_target for every other audience.
 */
export function resourceServer(tenant: Tenant, audience: string, scope: string): ResourceServer {
  if (audience !== managementAudience(tenant.issuer)) {
    throw new errors.InvalidTarget(`Service not enabled within domain: ${audience}`);
  }
  return {
    scope,
    audience,
    accessTokenFormat: 'jwt',
    accessTokenTTL: accessTokenSeconds,
    jwt: { sign: { alg: 'RS256' } },
  };
}

/** Makes an access token look like Auth0's: `azp` in place of `client_id`; for a client `gty` and its own `sub`. */
export function accessTokenShape(
  _context: KoaContextWithOIDC,
  token: AccessToken | ClientCredentials,
  { payload }: JWTStructured,
): void {
  payload.azp = payload.client_id;
  delete payload.client_id;
  if (token.kind === 'ClientCredentials') {
    payload.sub = `${token.clientId}@clients`;
    payload.gty = 'client-credentials';
  } else if (token.gty === 'password') {
    payload.gty = 'password';
  }
}

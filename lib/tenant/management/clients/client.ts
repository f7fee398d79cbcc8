import { randomBytes } from 'node:crypto';
import type { JsonObject } from '#lib/json.ts';
import type { StoredClient } from '../../oidc/client.ts';
import { pickFields } from '../call/pick-fields.ts';
import { type ManagementCall, ManagementError, type Tenant } from '../endpoint.ts';

export function clientCollection(tenant: Pick<Tenant, 'store'>) {
  return tenant.store.collection<StoredClient>('clients');
}

/** The client with this id; 404 `inexistent_client` when there is none. */
export function findClient(tenant: Pick<Tenant, 'store'>, id: string): StoredClient {
  const client = clientCollection(tenant).get(id);
  if (!client) throw new ManagementError(404, 'The client does not exist', 'inexistent_client');
  return client;
}

/** An id as Auth0 makes them: 32 letters and digits. */
export function newClientId(): string {
  return randomBytes(48).toString('base64').replace(/[+/=]/g, '').slice(0, 32);
}

/** A secret as Auth0 makes them: 64 characters that need no escaping. */
export function newClientSecret(): string {
  return randomBytes(48).toString('base64url');
}

/** Scopes that show the secrets of clients, and those that show everything but these. */
export const secretScopes = ['read:client_keys', 'read:client_credentials'];
const settingsScopes = ['read:clients', ...secretScopes];

/** What every scope that reads clients may see. */
const summary = new Set(['client_id', 'app_type', 'name', 'description']);
const secrets = new Set(['client_secret', 'encryption_key', 'signing_keys', 'client_authentication_methods']);

/**
 * The client as this call's token may see it: the secret with `read:client_keys`, the settings with
 * `read:clients`, with less only name and kind. Then `?fields=`.
 * @see https://auth0.com/docs/api/management/v2/clients/get-clients
 */
export function clientAnswer(
  call: Pick<ManagementCall, 'query' | 'scopes'>,
  client: StoredClient,
): JsonObject {
  const holds = (scopes: readonly string[]) => scopes.some((scope) => call.scopes.has(scope));
  const maySee = (member: string) => {
    if (summary.has(member)) return true;
    return holds(secrets.has(member) ? secretScopes : settingsScopes);
  };
  const seen = Object.entries(client).filter(([member]) => maySee(member));
  return pickFields(call.query, Object.fromEntries(seen));
}

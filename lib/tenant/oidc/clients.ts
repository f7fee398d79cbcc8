import type { Tenant } from '../management/endpoint.ts';
import {
  type GrantType,
  grantTypes,
  managementAudience,
  type StoredClient,
  type StoredGrant,
  type TenantClient,
} from './client.ts';

/** The clients of a tenant as they are at this moment: one made by the API can sign people in at once. */
export interface Clients {
  get(clientId: string): TenantClient | undefined;
  /** Those that the start's options gave. */
  readonly given: readonly TenantClient[];
}

/**
 * Writes the clients of the start's options and their grants into the store, where the API reads and changes them,
 * and answers the way to all clients. What the options say is added to what the API has set meanwhile; the secrets of
 * these clients and their custom claims stay in memory.
 */
export function openClients(
  tenant: Pick<Tenant, 'store' | 'issuer'>,
  given: readonly TenantClient[],
): Clients {
  const audience = managementAudience(tenant.issuer);
  const documents = tenant.store.collection<StoredClient>('clients');
  const grants = tenant.store.collection<StoredGrant>('client-grants');
  const givenById = new Map(given.map((client) => [client.client_id, client]));
  for (const client of given) {
    documents.set(client.client_id, storedClient(client, documents.get(client.client_id)));
    const id = `cgr_given_${client.client_id}`;
    const scope = union(client.scopes, grants.get(id)?.scope);
    const grant = { id, client_id: client.client_id, audience, scope, subject_type: 'client' as const };
    if (client.scopes) grants.set(id, grant);
  }

  function scopesOf(clientId: string): string[] | undefined {
    for (const grant of grants.values()) {
      if (grant.client_id === clientId && grant.audience === audience) return grant.scope;
    }
    return undefined;
  }

  return {
    given,
    get(clientId) {
      const document = documents.get(clientId);
      const options = givenById.get(clientId);
      const secret = options?.client_secret ?? document?.client_secret;
      if (!document || secret === undefined) return undefined;
      return {
        client_id: clientId,
        client_secret: secret,
        name: document.name,
        callbacks: document.callbacks,
        allowed_logout_urls: document.allowed_logout_urls,
        grant_types: document.grant_types.filter(isGrantType),
        scopes: scopesOf(clientId),
        custom_claims: options?.custom_claims,
      };
    },
  };
}

function storedClient(client: TenantClient, stored: StoredClient | undefined): StoredClient {
  const signsPeopleIn = client.grant_types.includes('authorization_code');
  return {
    app_type: signsPeopleIn ? 'regular_web' : 'non_interactive',
    is_first_party: true,
    oidc_conformant: true,
    ...stored,
    client_id: client.client_id,
    name: client.name,
    grant_types: union(client.grant_types, stored?.grant_types),
    callbacks: union(client.callbacks, stored?.callbacks),
    allowed_logout_urls: union(client.allowed_logout_urls, stored?.allowed_logout_urls),
  };
}

function union(given: readonly string[] = [], stored: readonly string[] = []): string[] {
  return [...new Set([...given, ...stored])];
}

function isGrantType(name: string): name is GrantType {
  return grantTypes.some((known) => known === name);
}

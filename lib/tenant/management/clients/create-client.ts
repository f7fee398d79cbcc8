import type { StoredClient } from '../../oidc/client.ts';
import { readBody } from '../call/read-body.ts';
import type { Endpoint } from '../endpoint.ts';
import { clientAnswer, clientCollection, newClientId, newClientSecret, secretScopes } from './client.ts';
import { newClientBody } from './client-body.ts';

/** `POST /clients`. Names need not be unique; the secret comes back to whoever may read secrets. */
export const createClient: Endpoint = {
  method: 'POST',
  path: '/clients',
  scopes: ['create:clients'],
  rateLimit: 'other',
  handle(call, tenant) {
    const body = readBody(call, newClientBody);
    const now = new Date().toISOString();
    const client: StoredClient = {
      tenant: 'embedded',
      global: false,
      is_first_party: true,
      oidc_conformant: true,
      token_endpoint_auth_method: 'client_secret_post',
      grant_types: defaultGrantTypes(body.app_type),
      jwt_configuration: { alg: 'RS256', lifetime_in_seconds: 36_000, secret_encoded: false },
      callbacks: [],
      allowed_logout_urls: [],
      ...body,
      client_id: newClientId(),
      client_secret: newClientSecret(),
      created_at: now,
      updated_at: now,
    };
    clientCollection(tenant).set(client.client_id, client);
    // Who makes a client is told its secret, with or without the scope that reads secrets later.
    const scopes = new Set([...call.scopes, ...secretScopes]);
    return { status: 201, body: clientAnswer({ query: new URLSearchParams(), scopes }, client) };
  },
};

function defaultGrantTypes(appType: string | undefined): string[] {
  if (appType === 'non_interactive') return ['client_credentials'];
  const forPeople = ['authorization_code', 'implicit', 'refresh_token'];
  return appType === 'spa' || appType === 'native' ? forPeople : [...forPeople, 'client_credentials'];
}

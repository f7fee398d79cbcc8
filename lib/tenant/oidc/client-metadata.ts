import type { AllClientMetadata } from 'oidc-provider';
import type { TenantClient } from './client.ts';

/** A client as the provider wants it described. Secrets are taken in the header and in the body alike. */
export function clientMetadata(client: TenantClient): AllClientMetadata & { client_id: string } {
  // Without an address to come back to nobody can be signed in, and the provider takes no such client.
  const hasCallback = (client.callbacks ?? []).length > 0;
  const grantTypes = client.grant_types.filter((type) => type !== 'authorization_code' || hasCallback);
  const signsPeopleIn = grantTypes.includes('authorization_code');
  return {
    client_id: client.client_id,
    client_secret: client.client_secret,
    client_name: client.name,
    grant_types: grantTypes,
    response_types: signsPeopleIn ? ['code'] : [],
    redirect_uris: signsPeopleIn ? [...(client.callbacks ?? [])] : [],
    post_logout_redirect_uris: [...(client.allowed_logout_urls ?? [])],
    token_endpoint_auth_method: 'client_secret_basic',
    id_token_signed_response_alg: 'RS256',
  };
}

import { clientCollection } from '../management/clients/client.ts';
import type { Tenant } from '../management/endpoint.ts';

/** The company's applications beside the console, by client id. Nobody can sign in there: they have no secret. */
const applications = {
  'steward-demo-intranet': { name: 'Intranet', app_type: 'regular_web' },
  'steward-demo-expenses': { name: 'Travel expenses', app_type: 'spa' },
};

/** Makes the demo's applications and answers their ids. */
export function seedClients(tenant: Tenant): string[] {
  for (const [clientId, described] of Object.entries(applications)) {
    clientCollection(tenant).set(clientId, {
      client_id: clientId,
      ...described,
      is_first_party: true,
      oidc_conformant: true,
      grant_types: ['authorization_code'],
      callbacks: [],
      allowed_logout_urls: [],
    });
  }
  return Object.keys(applications);
}

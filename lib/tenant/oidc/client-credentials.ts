import type Provider from 'oidc-provider';
import { errors } from 'oidc-provider';
import type { Tenant } from '../management/endpoint.ts';
import { appendLog } from '../management/logs/append-log.ts';
import type { Clients } from './clients.ts';
import { accessTokenSeconds, resourceServer } from './resource-server.ts';

interface Parameters {
  audience?: string;
  scope?: string;
}

/**
 * Auth0's client-credentials grant: `audience` names the API, and a client that asks for no scope gets all that its
 * grant holds.
 */
export function registerClientCredentials(provider: Provider, tenant: Tenant, clients: Clients): void {
  provider.registerGrantType<Parameters>(
    'client_credentials',
    async (context) => {
      const { client, params } = context.oidc;
      const granted = clients.get(client.clientId)?.scopes;
      if (!params.audience) throw new errors.InvalidTarget(noAudience);
      const server = resourceServer(tenant, params.audience, (granted ?? []).join(' '));
      if (!granted) throw new errors.AccessDenied(notAuthorized(params.audience));
      const asked = params.scope?.split(' ').filter(Boolean) ?? [];
      const scope = (asked.length > 0 ? granted.filter((one) => asked.includes(one)) : granted).join(' ');
      const token = new provider.ClientCredentials({
        client,
        scope: scope || undefined,
        resourceServer: new provider.ResourceServer(params.audience, server),
      });
      context.body = {
        access_token: await token.save(),
        scope,
        expires_in: accessTokenSeconds,
        token_type: 'Bearer',
      };
      appendLog(tenant, {
        type: 'seccft',
        client_id: client.clientId,
        client_name: client.clientName,
        audience: params.audience,
        scope,
        ip: context.ip,
      });
    },
    ['audience', 'scope'],
  );
}

const noAudience = 'No audience parameter was provided, and no default audience has been configured';

function notAuthorized(audience: string): string {
  return `Client is not authorized to access "${audience}". You need to create a "client-grant" associated to this API.`;
}

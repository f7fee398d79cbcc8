import type Provider from 'oidc-provider';
import { errors, type TokenEndpointGrantContext } from 'oidc-provider';
import type { Tenant } from '../management/endpoint.ts';
import { accountOf } from './accounts.ts';
import { passwordRealmGrant } from './client.ts';
import type { Clients } from './clients.ts';
import { accessTokenSeconds, resourceServer } from './resource-server.ts';
import { signIn } from './sign-in.ts';

interface Parameters {
  username?: string;
  password?: string;
  realm?: string;
  scope?: string;
  audience?: string;
}

const parameters = ['username', 'password', 'realm', 'scope', 'audience'];

/** The resource-owner password grants: the standard's, and Auth0's with the connection in `realm`. */
export function registerPasswordGrants(provider: Provider, tenant: Tenant, clients: Clients): void {
  const handle = async (context: TokenEndpointGrantContext<Parameters>) => {
    const userId = await authenticate(context, tenant);
    await answerTokens(context, provider, tenant, clients, userId);
  };
  provider.registerGrantType<Parameters>('password', handle, parameters);
  provider.registerGrantType<Parameters>(passwordRealmGrant, handle, parameters);
}

async function authenticate(context: TokenEndpointGrantContext<Parameters>, tenant: Tenant): Promise<string> {
  const { client, params } = context.oidc;
  if (!params.username || !params.password) {
    throw new errors.InvalidRequest('Missing required parameter: username or password');
  }
  const attempt = {
    identifier: params.username,
    connection: params.realm,
    clientId: client.clientId,
    clientName: client.clientName,
    ip: context.ip,
    userAgent: context.get('user-agent'),
  };
  const result = await signIn(tenant, attempt, params.password);
  if (result.ok) return result.user.user_id;
  switch (result.reason) {
    case 'blocked':
      throw new errors.CustomOIDCProviderError('unauthorized', 'user is blocked');
    case 'too-many-attempts':
      throw new errors.CustomOIDCProviderError(
        'too_many_attempts',
        'Your account has been blocked after multiple consecutive login attempts.',
      );
    default:
      throw new errors.CustomOIDCProviderError('invalid_grant', 'Wrong email or password.');
  }
}

async function answerTokens(
  context: TokenEndpointGrantContext<Parameters>,
  provider: Provider,
  tenant: Tenant,
  clients: Clients,
  userId: string,
): Promise<void> {
  const { client, params } = context.oidc;
  const account = accountOf(tenant.store, userId, clients.get(client.clientId), undefined);
  if (!account) throw new errors.InvalidGrant();
  Object.assign(context.oidc.entities, { Account: account });
  const known = ['openid', 'profile', 'email', 'offline_access'];
  const scope = (params.scope ?? '')
    .split(' ')
    .filter((one) => known.includes(one))
    .join(' ');
  const grant = new provider.Grant({ clientId: client.clientId, accountId: userId });
  grant.addOIDCScope(scope || 'openid');
  const grantId = await grant.save();
  const common = { client, accountId: userId, grantId, gty: 'password' };
  const accessToken = new provider.AccessToken({ ...common, scope });
  if (params.audience) {
    const server = resourceServer(tenant, params.audience, '');
    accessToken.resourceServer = new provider.ResourceServer(params.audience, server);
  }
  const body: Record<string, unknown> = {
    access_token: await accessToken.save(),
    scope,
    expires_in: accessTokenSeconds,
    token_type: 'Bearer',
  };
  if (scope.includes('openid')) {
    const claims = await account.claims('id_token', scope, {}, []);
    const idToken = new provider.IdToken(claims, { ctx: context, client });
    Object.assign(idToken, { scope });
    body.id_token = await idToken.issue({ use: 'idtoken' });
  }
  if (scope.includes('offline_access') && client.grantTypeAllowed('refresh_token')) {
    body.refresh_token = await new provider.RefreshToken({ ...common, scope }).save();
  }
  context.body = body;
}

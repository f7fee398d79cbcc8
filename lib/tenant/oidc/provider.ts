import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { Tenant } from '../management/endpoint.ts';
import { accountOf, claimsByScope } from './accounts.ts';
import { storeAdapter } from './adapter.ts';
import { registerClientCredentials } from './client-credentials.ts';
import type { Clients } from './clients.ts';
import { auth0ErrorBodies } from './error-bodies.ts';
import { grantFor, organizationOfGrant } from './grants.ts';
import { interactionPolicy } from './interaction-policy.ts';
import { registerPasswordGrants } from './password-grant.ts';
import { accessTokenShape, resourceServer } from './resource-server.ts';
import { type SigningKey, storedSecret } from './signing-key.ts';

/** Renders a page in the provider's place when a sign-in cannot go on. */
export type ErrorPage = (description: string) => { html: string; headers: Record<string, string> };

const daySeconds = 24 * 60 * 60;

/** Cookies are shared by all ports of localhost, so the names are the tenant's own. */
const cookieNames = {
  session: 'tenant_session',
  interaction: 'tenant_interaction',
  resume: 'tenant_resume',
};

/** Where the login page of one interaction is. */
export function loginPath(interactionId: string): string {
  return `/u/login/${interactionId}`;
}

/** The OpenID Connect provider of a tenant, with Auth0's addresses, tokens and errors. */
export function oidcProvider(
  tenant: Tenant,
  clients: Clients,
  key: SigningKey,
  errorPage: ErrorPage,
): Provider {
  const provider = new Provider(tenant.issuer, configuration(tenant, clients, key, errorPage));
  // Auth0 puts the session's id into every ID token, not only for clients with back-channel log-out.
  Object.defineProperty(provider.Client.prototype, 'includeSid', { value: () => true });
  registerClientCredentials(provider, tenant, clients);
  registerPasswordGrants(provider, tenant, clients);
  provider.use(auth0ErrorBodies);
  provider.on('server_error', (_context, error) => {
    console.error('The embedded tenant failed in OpenID Connect.', error);
  });
  return provider;
}

function configuration(
  tenant: Tenant,
  clients: Clients,
  key: SigningKey,
  errorPage: ErrorPage,
): Configuration {
  return {
    adapter: storeAdapter(tenant.store, clients),
    jwks: { keys: [key.jwk] },
    claims: claimsByScope(clients.given),
    scopes: ['openid', 'offline_access'],
    conformIdTokenClaims: false,
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    cookies: { names: cookieNames, keys: [storedSecret(tenant.store, 'cookies')] },
    extraParams: ['organization', 'screen_hint', 'connection'],
    findAccount: (context, userId, token) => {
      const grantId = context.oidc.entities.Grant?.jti ?? token?.grantId;
      return accountOf(
        tenant.store,
        userId,
        clients.get(context.oidc.client?.clientId ?? ''),
        grantId ? organizationOfGrant(tenant.store, grantId) : undefined,
      );
    },
    loadExistingGrant: (context) => grantFor(context, tenant),
    interactions: { policy: interactionPolicy(), url: (_context, { uid }) => loginPath(uid) },
    pkce: { required: () => true },
    responseTypes: ['code'],
    rotateRefreshToken: false,
    issueRefreshToken: (_context, client, source) =>
      client.grantTypeAllowed('refresh_token') && source.scopes.has('offline_access'),
    clientBasedCORS: () => false,
    renderError: (context, out) => renderError(context, out.error_description ?? out.error, errorPage),
    routes: {
      authorization: '/authorize',
      token: '/oauth/token',
      userinfo: '/userinfo',
      jwks: '/.well-known/jwks.json',
      end_session: '/oidc/logout',
      revocation: '/oauth/revoke',
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      rpInitiatedLogout: { enabled: true },
      revocation: {
        enabled: true,
        allowedPolicy: (_context, client, token) => token.clientId === client.clientId,
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => undefined,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context, audience) => resourceServer(tenant, audience, ''),
      },
    },
    formats: { customizers: { jwt: accessTokenShape } },
    ttl: {
      AccessToken: daySeconds,
      AuthorizationCode: 60,
      ClientCredentials: daySeconds,
      Grant: 400 * daySeconds,
      IdToken: 10 * 60 * 60,
      Interaction: 60 * 60,
      RefreshToken: 30 * daySeconds,
      Session: 7 * daySeconds,
    },
  };
}

function renderError(context: KoaContextWithOIDC, description: string, errorPage: ErrorPage): void {
  const { html, headers } = errorPage(description);
  context.type = 'html';
  context.set(headers);
  context.body = html;
}

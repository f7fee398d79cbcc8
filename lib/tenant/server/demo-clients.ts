import type { Endpoint } from '../management/endpoint.ts';
import { passwordRealmGrant, type TenantClient } from '../oidc/client.ts';
import type { TenantSettings } from './settings.ts';

/** The demo's two clients: the console, where people sign in, and its machine client for the Management API. */
export function demoClients(settings: TenantSettings, endpoints: readonly Endpoint[]): TenantClient[] {
  const origin = new URL(settings.APP_BASE_URL).origin;
  return [
    {
      client_id: settings.AUTH0_CLIENT_ID,
      client_secret: settings.AUTH0_CLIENT_SECRET,
      name: 'Steward',
      grant_types: ['authorization_code', 'refresh_token', 'password', passwordRealmGrant],
      callbacks: [`${origin}/auth/callback`, ...settings.TENANT_CALLBACKS],
      allowed_logout_urls: [origin, `${origin}/`, ...settings.TENANT_LOGOUT_URLS],
    },
    {
      client_id: settings.AUTH0_MANAGEMENT_CLIENT_ID,
      client_secret: settings.AUTH0_MANAGEMENT_CLIENT_SECRET,
      name: 'Steward (Management API)',
      grant_types: ['client_credentials'],
      scopes: everyScope(endpoints),
    },
  ];
}

/** Every scope that a machine client can hold. */
export function everyScope(endpoints: readonly Endpoint[]): string[] {
  const all = new Set(endpoints.flatMap(({ scopes, furtherScopes = [] }) => [...scopes, ...furtherScopes]));
  return [...all].filter((scope) => !scope.includes('current_user')).sort();
}

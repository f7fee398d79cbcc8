/** A program that may talk to the tenant, as Auth0's application with its client grant. */
export interface TenantClient {
  client_id: string;
  client_secret: string;
  name: string;
  /** Exact addresses that an authorization code may be sent to. */
  callbacks?: readonly string[];
  /** Exact addresses that a log-out may lead to. */
  allowed_logout_urls?: readonly string[];
  grant_types: readonly GrantType[];
  /** Scopes of the Management API that a client-credentials token of this client holds. */
  scopes?: readonly string[];
  /**
   * Claims added to the ID token and to userinfo: the claim's name (an https address) to the dotted path in the
   * user, such as `app_metadata.roles`.
   */
  custom_claims?: Readonly<Record<string, string>>;
}

export const passwordRealmGrant = 'http://auth0.com/oauth/grant-type/password-realm';

export type GrantType =
  | 'authorization_code'
  | 'refresh_token'
  | 'client_credentials'
  | 'password'
  | typeof passwordRealmGrant;

/** What is stored of a client for others to read; the secret stays in memory. */
export interface StoredClient {
  client_id: string;
  name: string;
  [key: string]: string;
}

/** The audience of the Management API. */
export function managementAudience(issuer: string): string {
  return `${issuer}api/v2/`;
}

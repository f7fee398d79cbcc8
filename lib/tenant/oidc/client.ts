import type { Json, JsonObject } from '#lib/json.ts';

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

/** The grants that the tenant knows how to answer. */
export const grantTypes = [
  'authorization_code',
  'refresh_token',
  'client_credentials',
  'password',
  passwordRealmGrant,
] as const;

export type GrantType = (typeof grantTypes)[number];

/** A client as the API shows it, kept in the collection `clients` by its id. */
export type StoredClient = {
  client_id: string;
  name: string;
  /** Absent for a client that the start's options gave: its secret stays in memory. */
  client_secret?: string;
  app_type?: string;
  is_first_party?: boolean;
  global?: boolean;
  grant_types: string[];
  callbacks: string[];
  allowed_logout_urls: string[];
  client_metadata?: JsonObject;
  [member: string]: Json | undefined;
};

/** Which scopes of an API a client may ask for, kept in the collection `client-grants` by its id. */
export type StoredGrant = {
  id: string;
  client_id: string;
  audience: string;
  scope: string[];
  subject_type: 'client';
};

/** The audience of the Management API. */
export function managementAudience(issuer: string): string {
  return `${issuer}api/v2/`;
}

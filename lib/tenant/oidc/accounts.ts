import type { Account, AccountClaims } from 'oidc-provider';
import { isJsonObject, type Json } from '#lib/json.ts';
import type { Store } from '../store/store.ts';
import type { TenantUser } from '../tenant-user.ts';
import type { TenantClient } from './client.ts';

/** The claims of each scope, as Auth0 gives them out. Custom claims go with `openid`. */
export function claimsByScope(clients: Iterable<TenantClient>): Record<string, string[]> {
  const custom = new Set([...clients].flatMap((client) => Object.keys(client.custom_claims ?? {})));
  return {
    openid: ['sub', 'org_id', ...custom],
    profile: ['name', 'given_name', 'family_name', 'nickname', 'picture', 'updated_at'],
    email: ['email', 'email_verified'],
  };
}

/**
 * The account behind a `sub`: undefined when the user is gone or blocked, so that a session, a code or a refresh
 * token of theirs is worth nothing.
 */
export function accountOf(
  store: Store,
  userId: string,
  client: TenantClient | undefined,
  organizationId: string | undefined,
): Account | undefined {
  const user = store.users.get(userId);
  if (!user || user.blocked) return undefined;
  return { accountId: userId, claims: () => claimsOf(user, client, organizationId) };
}

function claimsOf(
  user: TenantUser,
  client: TenantClient | undefined,
  organizationId: string | undefined,
): AccountClaims {
  const { name, given_name, family_name, nickname, picture, email, email_verified, updated_at } = user;
  const claims: Record<string, unknown> = {
    name: name ?? email ?? user.username,
    given_name,
    family_name,
    nickname,
    picture,
    email,
    email_verified,
    updated_at,
    org_id: organizationId,
  };
  for (const [claim, path] of Object.entries(client?.custom_claims ?? {}))
    claims[claim] = valueAt(user, path);
  const present = Object.entries(claims).filter(([, value]) => value !== undefined && value !== null);
  return { ...Object.fromEntries(present), sub: user.user_id };
}

function valueAt(user: TenantUser, path: string): Json | undefined {
  let value: unknown = user;
  for (const key of path.split('.')) {
    value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

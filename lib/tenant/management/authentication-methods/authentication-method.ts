import type { JsonObject } from '#lib/json.ts';
import { ManagementError, type Tenant } from '../endpoint.ts';

/** One factor of a user, in the collection `authentication-methods`. `totp_secret` is never read back. */
export type AuthenticationMethod = {
  id: string;
  user_id: string;
  type: string;
  confirmed: boolean;
  created_at: string;
  name?: string;
  phone_number?: string;
  email?: string;
  preferred_authentication_method?: 'voice' | 'sms';
  key_id?: string;
  public_key?: string;
  aaguid?: string;
  relying_party_identifier?: string;
  credential_device_type?: string;
  credential_backed_up?: boolean;
  identity_user_id?: string;
  user_agent?: string;
  user_handle?: string;
  transports?: string[];
  enrolled_at?: string;
  last_auth_at?: string;
};

export function methodCollection(tenant: Pick<Tenant, 'store'>) {
  return tenant.store.collection<AuthenticationMethod>('authentication-methods');
}

/** Oldest first. */
export function methodsOf(tenant: Pick<Tenant, 'store'>, userId: string): AuthenticationMethod[] {
  return Array.from(methodCollection(tenant).values())
    .filter((method) => method.user_id === userId)
    .sort((a, b) => (a.created_at + a.id < b.created_at + b.id ? -1 : 1));
}

export function findMethod(
  tenant: Pick<Tenant, 'store'>,
  userId: string,
  methodId: string,
): AuthenticationMethod {
  const method = methodCollection(tenant).get(methodId);
  if (!method || method.user_id !== userId) {
    const message = 'The authentication method does not exist.';
    throw new ManagementError(404, message, 'authentication_method_not_found');
  }
  return method;
}

/** Keeps the user's `multifactor` in step: the providers that `DELETE /users/{id}/multifactor/{provider}` takes. */
export function refreshMultifactor(tenant: Pick<Tenant, 'store'>, userId: string): void {
  const user = tenant.store.users.get(userId);
  if (!user) return;
  const types = methodsOf(tenant, userId).map((method) => method.type);
  const { multifactor: _, ...rest } = user;
  const providers = types.includes('totp') ? ['google-authenticator'] : types.length > 0 ? ['guardian'] : [];
  if (String(user.multifactor ?? []) === String(providers)) return;
  tenant.store.users.set(userId, providers.length > 0 ? { ...rest, multifactor: providers } : rest);
}

export function toAnswer({ user_id: _, ...method }: AuthenticationMethod): JsonObject {
  return method;
}

/** The answer to a change, whose schema knows fewer members than that of a read. */
export function toChangeAnswer(method: AuthenticationMethod): JsonObject {
  const { confirmed, enrolled_at, last_auth_at, ...rest } = toAnswer(method);
  return rest;
}

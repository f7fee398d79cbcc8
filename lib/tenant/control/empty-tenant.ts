import type { Tenant } from '../management/endpoint.ts';

const collections = [
  'authentication-methods',
  'connections',
  'device-credentials',
  'job-errors',
  'jobs',
  'logs',
  'oidc:AccessToken',
  'oidc:AuthorizationCode',
  'oidc:Grant',
  'oidc:RefreshToken',
  'oidc:Session',
  'organization-members',
  'organizations',
  'outbox',
  'password-histories',
  'role-assignments',
  'roles',
  'tickets',
  'user-blocks',
  'wrong-passwords',
];

/** Deletes every user and all that people made in the tenant; its keys and clients stay. */
export function emptyTenant({ store }: Pick<Tenant, 'store'>): void {
  for (const user of Array.from(store.users.values())) store.users.delete(user.user_id);
  for (const name of collections) {
    const collection = store.collection<{
      id?: string;
      log_id?: string;
      user_id?: string;
      payload?: { jti?: string };
    }>(name);
    for (const document of Array.from(collection.values())) {
      const id = document.id ?? document.log_id ?? document.payload?.jti ?? document.user_id;
      if (id !== undefined) collection.delete(id);
    }
  }
}

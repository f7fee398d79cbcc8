import type { TenantUser } from '../tenant-user.ts';

/** A user for tests: what every user has, and what the test is about. */
export function makeUser(id: string, profile: Partial<TenantUser> = {}): TenantUser {
  return {
    user_id: `auth0|${id}`,
    identities: [{ connection: 'Employees', provider: 'auth0', user_id: id, isSocial: false }],
    created_at: '2026-01-01T00:00:00.000Z',
    updated_at: '2026-01-01T00:00:00.000Z',
    ...profile,
  };
}

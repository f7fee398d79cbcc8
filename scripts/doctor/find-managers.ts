import type { User } from '#lib/auth0/user.ts';
import { isJsonObject } from '#lib/json.ts';
import { type Manager, managerOf } from '#lib/users/manager.ts';
import { roleNames } from '#lib/users/roles.ts';
import { askTenant } from '../setup/tenant-api.ts';

const managersMax = 10;

/** Some of those whose profile names a role of this console, as they would be for a request. */
export async function findManagers(origin: string, token: string): Promise<Manager[]> {
  const places = ['roles', 'app_metadata.roles', 'app_metadata.authorization.roles'];
  const q = places.flatMap((place) => roleNames.map((role) => `${place}:"${role}"`)).join(' OR ');
  const query = new URLSearchParams({
    q,
    search_engine: 'v3',
    per_page: `${managersMax}`,
    sort: 'created_at:1',
  });
  const { body } = await askTenant(new URL(`/api/v2/users?${query}`, origin), { method: 'GET', token });
  const users = Array.isArray(body) ? body.filter(isJsonObject).filter(isUser) : [];
  return users.map((user) => managerOf(user, { sub: user.user_id }));
}

function isUser(user: object): user is User {
  return 'user_id' in user && typeof user.user_id === 'string';
}

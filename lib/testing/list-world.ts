import { beforeEach } from 'vitest';
import type { Json } from '#lib/json.ts';
import { listUsers } from '#lib/users/list/list-users.ts';
import type { UserList, UserListInput } from '#lib/users/user-view.ts';
import { answering, defaultAccess, worldWithOwnHooks } from './own-hooks.ts';
import { signedIn } from './people.ts';

export const world = worldWithOwnHooks();
/** The whole list, by name. */
export const everything: UserListInput = {
  search: '',
  sort: { by: 'name', descending: false },
  page: 1,
  perPage: 10,
};

/** Another Nina for each test, with something in every column. */
export function withList(): void {
  beforeEach(async () => {
    await world.tenant.putUser({
      ...world.nina,
      given_name: 'Nina',
      created_at: '2026-03-01T08:00:00.000Z',
      last_login: '2026-11-20T08:00:00.000Z',
      logins_count: 3,
      picture: 'https://example.com/nina.png',
      user_metadata: { title: 'Controller', tags: ['a', 'b'], contract: 'permanent' },
    });
  });
}

/** Finance's list under some fields; `entries` as a settings hook answers them. */
export async function listWith(userFields: Json, more: object = {}, asked = everything): Promise<UserList> {
  const settings = answering({ userFields, membershipProperty: 'app_metadata.department', ...more });
  await world.tenant.setHooks({
    access: defaultAccess,
    filter: answering('app_metadata.department:Finance'),
    settings,
  });
  return listUsers(signedIn(world.people.kelly), asked);
}

export const labelsOf = ({ columns }: UserList) => columns.map(({ label }) => label);
export const rowOf = ({ rows }: UserList, userId = world.nina.user_id) =>
  rows.find((row) => row.userId === userId);

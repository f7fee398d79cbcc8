import { beforeEach } from 'vitest';
import { changeUserRoles } from '#lib/users/roles/change-user-roles.ts';
import { worldWithOwnHooks } from './own-hooks.ts';
import { type People, signedIn } from './people.ts';

export const world = worldWithOwnHooks();
export const userId = 'auth0|nina';
export const rolesOfNina = '/users/auth0%7Cnina/roles';

/** Permits everything within the manager's department, also what it is asked about roles. */
export const knowing = `function (ctx, callback) {
  var knows = ['read:roles', 'change:roles'];
  var own = ctx.request.user.app_metadata.department;
  if (own !== 'IT' && ctx.payload.user.app_metadata.department !== own) return callback(new Error('Not yours.'));
  callback();
}`;

/** Sets that hook before each test. */
export function withRoles(): void {
  beforeEach(() => world.tenant.setHooks({ access: knowing }));
}

export const assign = (roles: string[]) => world.tenant.api('POST', rolesOfNina, { roles });
export const namesHeld = async () =>
  ((await world.tenant.api('GET', rolesOfNina)) as { name: string }[]).map(({ name }) => name).sort();
export const change = (who: keyof People, how: 'assign' | 'remove', roleIds: string[], of = userId) =>
  changeUserRoles(signedIn(world.people[who]), { userId: of, change: how, roleIds });

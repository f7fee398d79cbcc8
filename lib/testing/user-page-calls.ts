import { beforeEach, expect, test } from 'vitest';
import { getUser } from '#lib/users/get-user.ts';
import { listUserLog } from '#lib/users/log/list-user-log.ts';
import type { Manager } from '#lib/users/manager.ts';
import { listUserHistory } from '#lib/users/records/list-user-history.ts';
import { changeUserRoles } from '#lib/users/roles/change-user-roles.ts';
import { listUserOrganizations } from '#lib/users/roles/list-user-organizations.ts';
import { listUserRoles } from '#lib/users/roles/list-user-roles.ts';
import { listDevices } from '#lib/users/sign-ins/list-devices.ts';
import { listMultifactor } from '#lib/users/sign-ins/list-multifactor.ts';
import { listSessions } from '#lib/users/sign-ins/list-sessions.ts';
import { extentBeside, type UserTab, userTabNames } from '#lib/users/user-tab.ts';
import { openAccess, worldWithOwnHooks } from './own-hooks.ts';
import { signedIn } from './people.ts';
import { tenantRoles } from './seed-groups.ts';
import { putRecord } from './trail.ts';

const userId = 'auth0|nina';
const user = 'GET /users/auth0%7Cnina';
const roles = `${user}/roles`;

/** What each tab shows beside the user, and the call that it takes. */
const parts: Record<UserTab, { list?: (manager: Manager) => Promise<unknown>; call?: string }> = {
  overview: {},
  devices: {
    list: (manager) => listDevices(manager, { userId, group: 'rotating' }),
    call: 'GET /device-credentials',
  },
  sessions: { list: (manager) => listSessions(manager, userId), call: `${user}/sessions` },
  multifactor: {
    list: (manager) => listMultifactor(manager, userId),
    call: `${user}/authentication-methods`,
  },
  log: { list: (manager) => listUserLog(manager, userId, 1), call: `${user}/logs` },
  roles: { list: (manager) => listUserRoles(manager, { userId }), call: roles },
  organizations: {
    list: (manager) => listUserOrganizations(manager, { userId, page: 1 }),
    call: `${user}/organizations`,
  },
  history: {
    list: async (manager) => {
      await putRecord({ user: { id: userId, name: 'Nina', departments: [] } });
      return listUserHistory(manager, userId, '');
    },
    call: 'GET /users',
  },
  raw: {},
};

/**
 * Tests that no tab of a user's page takes more than two calls.
 * @param counted whether the tenant's own roles count: `TENANT_ROLES`
 */
export function testUserPageCalls(counted: 'on' | 'off'): void {
  process.env.TENANT_ROLES = counted;
  const world = worldWithOwnHooks();
  beforeEach(() => world.tenant.setHooks({ access: openAccess }));

  /** Opens a tab as the page does: the user first, then the part within the same request. */
  function callsOf(tab: UserTab): Promise<string[]> {
    const olga = signedIn(world.people.olga);
    return world.tenant.callsOf(async () => {
      await getUser(olga, userId, extentBeside(tab));
      await parts[tab].list?.(olga);
    });
  }

  test.each(userTabNames)('the tab %s takes the user and at most one call more', async (tab) => {
    const { call } = parts[tab];
    const rights = counted === 'on' ? [roles] : [];
    expect(await callsOf(tab)).toEqual([user, ...(call ? [call] : rights)]);
  });

  test('a role is taken away in three calls', async () => {
    await world.tenant.api('POST', '/users/auth0%7Cnina/roles', { roles: [tenantRoles.recruiter] });
    const change = { userId, change: 'remove' as const, roleIds: [tenantRoles.recruiter] };
    const calls = await world.tenant.callsOf(() => changeUserRoles(signedIn(world.people.olga), change));
    expect(calls).toEqual([user, roles, 'DELETE /users/auth0%7Cnina/roles']);
  });
}

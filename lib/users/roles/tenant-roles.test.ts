import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actions } from '#lib/auth0/proofs.ts';
import { readManagerUser } from '#lib/auth0/read-user.ts';
import { readCountedRoles } from '#lib/auth0/read-user-roles.ts';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import type { JsonObject } from '#lib/json.ts';
import { editAs } from '#lib/testing/edit.ts';
import { openAccess } from '#lib/testing/own-hooks.ts';
import { type People, putPeople, signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { tenantRoles } from '#lib/testing/seed-groups.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { blockUser } from '../block-user.ts';
import { getUser } from '../get-user.ts';
import { listUsers } from '../list/list-users.ts';
import { type Manager, managerOf } from '../manager.ts';
import { permit } from '../permit.ts';
import { extentBeside } from '../user-tab.ts';
import { changeUserRoles } from './change-user-roles.ts';

let tenant: TestTenant;
let people: People;

const settings = `(ctx, callback) => callback(null, { userFields: [{ property: 'name', edit: true }] })`;
const everybody = { search: '', sort: { by: 'name', descending: false }, page: 1, perPage: 25 } as const;

beforeAll(async () => {
  process.env.TENANT_ROLES = 'on';
  tenant = await startTestTenant('own');
});
beforeEach(async () => {
  await tenant.reset();
  await tenant.setHooks({ access: openAccess, settings });
  people = await putPeople(tenant);
  await tenant.putUser({ user_id: 'auth0|nina', name: 'Nina', app_metadata: { department: 'Finance' } });
});
afterAll(async () => {
  await tenant.stop();
  await closeHookPool();
});

const rolesOf = (userId: string) => `/users/${encodeURIComponent(userId)}/roles`;
const assign = (userId: string, ...roles: string[]) => tenant.api('POST', rolesOf(userId), { roles });
const remove = (userId: string, ...roles: string[]) => tenant.api('DELETE', rolesOf(userId), { roles });

/** The manager of one request, read as the session reads them. */
async function request(userId: string): Promise<Manager> {
  const [user, counted] = await Promise.all([readManagerUser(userId), readCountedRoles(userId)]);
  if (!user) throw new Error(`There is no ${userId}.`);
  return managerOf(user, { sub: userId }, 'en', counted);
}

describe('the tenant’s own role assignments, switched on', () => {
  test('give a manager what the role of that name gives, beside those of the profile', async () => {
    expect((await request('auth0|pia')).scope).toEqual([]);
    await assign('auth0|pia', tenantRoles.auditor, tenantRoles.recruiter);
    expect(await request('auth0|pia')).toMatchObject({
      roles: ['Delegated Admin - Auditor'],
      scope: ['read:users'],
    });
    await assign('auth0|kelly', tenantRoles.operator);
    expect((await request('auth0|kelly')).roles).toEqual([
      'Delegated Admin - User',
      'Delegated Admin - Operator',
    ]);
  });

  test('are read fresh: a role given or taken away is there or gone with the next request', async () => {
    await assign('auth0|pia', tenantRoles.user);
    expect((await listUsers(await request('auth0|pia'), everybody)).rows.length).toBeGreaterThan(0);
    await remove('auth0|pia', tenantRoles.user);
    expect(await problemOf(listUsers(await request('auth0|pia'), everybody))).toMatchObject({
      code: 'no-role',
    });
    await assign('auth0|pia', tenantRoles.auditor);
    expect((await listUsers(await request('auth0|pia'), everybody)).rows.length).toBeGreaterThan(0);
  });

  test('cost one call beside the profile, and a list costs one call as ever', async () => {
    expect(await tenant.callsOf(() => request('auth0|kelly'))).toEqual([
      'GET /users/auth0%7Ckelly',
      'GET /users/auth0%7Ckelly/roles',
    ]);
    const kelly = await request('auth0|kelly');
    expect(await tenant.callsOf(() => listUsers(kelly, everybody))).toEqual(['GET /users']);
    const page = await tenant.callsOf(() => getUser(kelly, 'auth0|nina'));
    expect(page).toEqual(['GET /users/auth0%7Cnina', 'GET /users/auth0%7Cnina/roles']);
  });

  test('count for the manager alone by their exact names', async () => {
    const odd = (await tenant.api('POST', '/roles', { name: 'delegated admin - administrator' })) as {
      id: string;
    };
    await assign('auth0|pia', odd.id);
    expect((await request('auth0|pia')).scope).toEqual([]);
  });
});

describe('a tenant that fails while a manager is read', () => {
  const faulty = (status: number, times: number) => ({
    respond: [{ match: { method: 'GET', path: '/users/auth0%7Cpia/roles' }, status, when: 'before', times }],
  });

  test.each([500, 502, 503, 504])(
    'answers %d: nobody is let in by it, and the next request works',
    async (status) => {
      await assign('auth0|pia', tenantRoles.user);
      await tenant.setFaults(faulty(status, 1));
      expect(await problemOf(request('auth0|pia'))).toMatchObject({ code: 'tenant-unavailable' });
      expect((await request('auth0|pia')).scope).toContain('manage:users');
    },
  );

  test.each<[string, JsonObject]>([
    ['limits requests', { respond: [{ match: { path: '/users' }, status: 429, when: 'before', times: 2 }] }],
    [
      'fails at the profile too',
      { respond: [{ match: { path: '/users' }, status: 503, when: 'before', times: 2 }] },
    ],
    ['closes every connection', { refuseConnections: true }],
    [
      'answers half a body',
      { respond: [{ match: {}, status: 200, when: 'after', times: 4, body: 'malformed' }] },
    ],
  ])(
    '%s: the request ends with a sentence, and as soon as it is over the next one works',
    async (_, faults) => {
      await assign('auth0|pia', tenantRoles.user);
      await tenant.setFaults(faults);
      expect((await problemOf(request('auth0|pia'))).code).toMatch(/^tenant-(limit|unavailable)$/);
      await tenant.setFaults({});
      expect((await request('auth0|pia')).scope).toContain('manage:users');
    },
  );

  test('does not give back a role that was taken away while it failed', async () => {
    await assign('auth0|pia', tenantRoles.user);
    expect((await request('auth0|pia')).scope).toContain('manage:users');
    await remove('auth0|pia', tenantRoles.user);
    await tenant.setFaults(faulty(503, 2));
    for (let turn = 0; turn < 2; turn++) {
      expect(await problemOf(request('auth0|pia'))).toMatchObject({ code: 'tenant-unavailable' });
    }
    expect((await request('auth0|pia')).scope).toEqual([]);
  });

  test('refuses a change when it does not say which rights the user has, and makes it when it does', async () => {
    const path = '/users/auth0%7Cnina/roles';
    await tenant.setFaults({
      respond: [{ match: { method: 'GET', path }, status: 503, when: 'before', times: 1 }],
    });
    expect(await problemOf(permit(signedIn(people.kelly), 'auth0|nina', 'block:user'))).toMatchObject({
      code: 'tenant-unavailable',
    });
    expect((await permit(signedIn(people.kelly), 'auth0|nina', 'block:user')).user.name).toBe('Nina');
  });
});

describe('a user with rights by the tenant’s own roles', () => {
  test.each(actions.filter((action) => !action.startsWith('read:')))(
    '%s is refused to whoever lacks them, and to nobody else',
    async (action) => {
      await assign('auth0|nina', tenantRoles.operator);
      expect(await problemOf(permit(signedIn(people.kelly), 'auth0|nina', action))).toMatchObject({
        code: 'refused-by-guard',
      });
      expect((await permit(signedIn(people.olga), 'auth0|nina', action)).user.name).toBe('Nina');
      await assign('auth0|kelly', tenantRoles.operator);
      const promoted = await request('auth0|kelly');
      expect((await permit(promoted, 'auth0|nina', action)).user.name).toBe('Nina');
    },
  );

  test('is changed by nobody who lacks them, and by those who have them', async () => {
    const renamed = { name: 'Nina Two' };
    await assign('auth0|nina', tenantRoles.operator);
    const { permitted } = await getUser(signedIn(people.kelly), 'auth0|nina');
    const reason = 'This user has more rights in this console than you have.';
    expect(permitted['change:profile']).toEqual({ permitted: false, reason });
    expect(permitted['delete:user']).toEqual({ permitted: false, reason });
    expect(permitted['read:logs']).toEqual({ permitted: true });
    expect(await problemOf(editAs(people.kelly, 'auth0|nina', renamed))).toMatchObject({
      code: 'refused-by-guard',
      message: reason,
    });
    expect(await editAs(people.olga, 'auth0|nina', renamed)).toMatchObject({ changed: true });
    await remove('auth0|nina', tenantRoles.operator);
    expect(await editAs(people.kelly, 'auth0|nina', { name: 'Nina Three' })).toMatchObject({ changed: true });
  });

  test('is refused beside a tab that leaves no call to read them, though the page could not say so', async () => {
    await assign('auth0|nina', tenantRoles.operator);
    const kelly = signedIn(people.kelly);
    const page = await getUser(kelly, 'auth0|nina', extentBeside('devices'));
    expect(page.permitted['block:user']).toEqual({ permitted: true });
    expect(await problemOf(blockUser(kelly, { userId: 'auth0|nina' }))).toMatchObject({
      code: 'refused-by-guard',
      message: 'This user has more rights in this console than you have.',
    });
    await remove('auth0|nina', tenantRoles.operator);
    await blockUser(signedIn(people.kelly), { userId: 'auth0|nina' });
    expect((await getUser(signedIn(people.kelly), 'auth0|nina')).blocked).toBe(true);
  });

  test('who was given them between the form and the save is not changed any more', async () => {
    const change = { userId: 'auth0|nina', change: 'assign' as const, roleIds: [tenantRoles.recruiter] };
    expect((await getUser(signedIn(people.kelly), 'auth0|nina')).permitted['change:roles'].permitted).toBe(
      true,
    );
    await assign('auth0|nina', tenantRoles.administrator);
    expect(await problemOf(changeUserRoles(signedIn(people.kelly), change))).toMatchObject({
      code: 'refused-by-guard',
    });
    expect(await changeUserRoles(signedIn(people.ivan), change)).toEqual({
      name: 'Nina',
      roles: ['Recruiter'],
    });
  });

  test('is not made by a manager who lacks the rights, and is by one who has them', async () => {
    const change = { userId: 'auth0|nina', change: 'assign' as const, roleIds: [tenantRoles.operator] };
    expect(await problemOf(changeUserRoles(signedIn(people.kelly), change))).toMatchObject({
      code: 'refused-by-guard',
    });
    await assign('auth0|kelly', tenantRoles.operator);
    const promoted = await request('auth0|kelly');
    expect(await changeUserRoles(promoted, change)).toMatchObject({ roles: ['Delegated Admin - Operator'] });
  });
});

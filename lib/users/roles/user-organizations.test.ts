import { beforeEach, describe, expect, test } from 'vitest';
import { openAccess, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { type People, signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { tenantRoles } from '#lib/testing/seed-groups.ts';
import { changeUserOrganizations } from './change-user-organizations.ts';
import { changeUserRoles } from './change-user-roles.ts';
import { listJoinableOrganizations, listUserOrganizations } from './list-user-organizations.ts';
import { listUserRoles } from './list-user-roles.ts';

const world = worldWithOwnHooks();
const userId = 'auth0|nina';

beforeEach(() => world.tenant.setHooks({ access: openAccess }));

const list = (who: keyof People, page = 1) =>
  listUserOrganizations(signedIn(world.people[who]), { userId, page });
const change = (who: keyof People, how: 'add' | 'remove', organizationId: string, of = userId) =>
  changeUserOrganizations(signedIn(world.people[who]), { userId: of, change: how, organizationId });

describe('the organizations of a user', () => {
  test('are listed, added to and removed from, in three calls each', async () => {
    const calls = await world.tenant.callsOf(async () => {
      expect(await change('kelly', 'add', 'org_acme')).toEqual({ name: 'Nina', organization: 'Acme' });
    });
    expect(calls).toEqual([
      'GET /users/auth0%7Cnina',
      'GET /organizations/org_acme',
      'POST /organizations/org_acme/members',
    ]);
    await change('kelly', 'add', 'org_acme');
    expect(await list('kelly')).toEqual({
      organizations: [{ id: 'org_acme', name: 'Acme' }],
      total: 1,
      page: 1,
      perPage: 50,
    });
    expect(await change('kelly', 'remove', 'org_acme')).toEqual({ name: 'Nina', organization: 'Acme' });
    expect((await list('kelly')).organizations).toEqual([]);
    await change('kelly', 'remove', 'org_acme');
  });

  test('are shown page by page', async () => {
    const ids = Array.from({ length: 51 }, (_, at) => `org_c${String(at).padStart(3, '0')}`);
    for (const id of ids)
      await world.tenant.api('POST', `/organizations/${id}/members`, { members: [userId] });
    const first = await list('kelly');
    expect(first).toMatchObject({ total: 51, page: 1, perPage: 50 });
    expect(first.organizations).toHaveLength(50);
    expect((await list('kelly', 2)).organizations).toEqual([{ id: 'org_c050', name: 'C050' }]);
    expect(await list('kelly', 3)).toMatchObject({ organizations: [], total: 51 });
  });

  test('can be chosen from all that the tenant has, a hundred at a time', async () => {
    const kelly = () => signedIn(world.people.kelly);
    const first = await listJoinableOrganizations(kelly(), { userId });
    expect(first.organizations).toHaveLength(100);
    const second = await listJoinableOrganizations(kelly(), { userId, from: first.next ?? '' });
    expect(second.next).toBeNull();
    const ids = [...first.organizations, ...second.organizations].map(({ id }) => id);
    expect(new Set(ids).size).toBe(122);
    expect(ids).toContain('org_acme');
  });

  test.each(['org_nothing', '..', 'org_acme/../../users', '', 'org_..'])(
    'refuses %j, which is none, and asks nothing beside the user of an id that cannot be one',
    async (id) => {
      const calls = await world.tenant.callsOf(async () => {
        const problem = await problemOf(change('kelly', 'add', id));
        expect(problem.message).toContain('no longer exists in the tenant. Nothing was changed');
      });
      expect(calls).toEqual([
        'GET /users/auth0%7Cnina',
        ...(id === 'org_nothing' ? ['GET /organizations/org_nothing'] : []),
      ]);
    },
  );

  test('are a question for the access hook alone, and nobody’s own to change', async () => {
    expect(await problemOf(change('amir', 'add', 'org_acme'))).toMatchObject({ code: 'not-allowed' });
    expect(await problemOf(change('ivan', 'add', 'org_acme', 'auth0|ivan'))).toMatchObject({
      code: 'refused-by-guard',
    });
    expect(await problemOf(change('kelly', 'add', 'org_acme', 'auth0|olga'))).toMatchObject({
      code: 'refused-by-guard',
    });
    await world.tenant.setHooks({ access: '(ctx, callback) => callback()' });
    for (const attempt of [
      () => list('kelly'),
      () => listJoinableOrganizations(signedIn(world.people.kelly), { userId }),
      () => change('kelly', 'add', 'org_acme'),
      () => change('kelly', 'remove', 'org_acme'),
    ]) {
      expect((await problemOf(attempt())).message).toContain('the access hook says nothing of');
    }
    expect(await change('ivan', 'add', 'org_acme')).toMatchObject({ organization: 'Acme' });
    expect((await list('ivan')).organizations).toHaveLength(1);
  });
});

describe('a tenant that fails at a change of roles or organizations', () => {
  const failing = (path: string, status: number, when: 'before' | 'after', method: string) =>
    world.tenant.setFaults({ respond: [{ match: { method, path }, status, when, times: 1 }] });
  const roles = (how: 'assign' | 'remove') =>
    changeUserRoles(signedIn(world.people.kelly), { userId, change: how, roleIds: [tenantRoles.recruiter] });
  const held = async () => (await listUserRoles(signedIn(world.people.kelly), { userId })).roles.length;

  test('after it was made: it is looked up, and done', async () => {
    await failing('/users/auth0%7Cnina/roles', 503, 'after', 'POST');
    expect(await roles('assign')).toEqual({ name: 'Nina', roles: ['Recruiter'] });
    await failing('/users/auth0%7Cnina/roles', 502, 'after', 'DELETE');
    expect(await roles('remove')).toEqual({ name: 'Nina', roles: ['Recruiter'] });
    await failing('/organizations', 503, 'after', 'POST');
    expect(await change('kelly', 'add', 'org_acme')).toMatchObject({ organization: 'Acme' });
    await failing('/organizations', 504, 'after', 'DELETE');
    expect(await change('kelly', 'remove', 'org_acme')).toMatchObject({ organization: 'Acme' });
    expect([await held(), (await list('kelly')).total]).toEqual([0, 0]);
  });

  test('before it was made: the manager is told that it was not, and trying again works', async () => {
    await failing('/users/auth0%7Cnina/roles', 503, 'before', 'POST');
    expect(await problemOf(roles('assign'))).toMatchObject({
      code: 'tenant-unavailable',
      message: 'The tenant had a fault: it is not so that the roles were assigned. Try again in a moment.',
    });
    expect(await held()).toBe(0);
    await roles('assign');
    await failing('/organizations', 500, 'before', 'POST');
    expect((await problemOf(change('kelly', 'add', 'org_acme'))).message).toContain(
      'it is not so that the user was added to Acme',
    );
    expect((await list('kelly')).total).toBe(0);
    await change('kelly', 'add', 'org_acme');
    expect([await held(), (await list('kelly')).total]).toEqual([1, 1]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { type People, putPeople, signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { tenantRoles } from '#lib/testing/seed-groups.ts';
import { bodiesSentBy } from '#lib/testing/sent-bodies.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { changeUserRoles } from './change-user-roles.ts';
import { getUser } from './get-user.ts';
import { listAssignableRoles, listUserRoles } from './list-user-roles.ts';

let tenant: TestTenant;
let people: People;

const userId = 'auth0|nina';
const rolesOfNina = '/users/auth0%7Cnina/roles';

/** Permits everything within the manager's department, also what it is asked about roles. */
const knowing = `function (ctx, callback) {
  var knows = ['read:roles', 'change:roles'];
  var own = ctx.request.user.app_metadata.department;
  if (own !== 'IT' && ctx.payload.user.app_metadata.department !== own) return callback(new Error('Not yours.'));
  callback();
}`;

beforeAll(async () => {
  tenant = await startTestTenant('own');
});
beforeEach(async () => {
  await tenant.reset();
  await tenant.setHooks({ access: knowing });
  people = await putPeople(tenant);
  await tenant.putUser({ user_id: userId, name: 'Nina', app_metadata: { department: 'Finance' } });
});
afterAll(async () => {
  await tenant.stop();
  await closeHookPool();
});

const assign = (roles: string[]) => tenant.api('POST', rolesOfNina, { roles });
const namesHeld = async () =>
  ((await tenant.api('GET', rolesOfNina)) as { name: string }[]).map(({ name }) => name).sort();
const change = (who: keyof People, how: 'assign' | 'remove', roleIds: string[], of = userId) =>
  changeUserRoles(signedIn(people[who]), { userId: of, change: how, roleIds });

describe('the roles that the tenant assigns to a user', () => {
  test('are listed by name, with what each is for', async () => {
    await assign([tenantRoles.recruiter, tenantRoles.editor]);
    const { roles } = await listUserRoles(signedIn(people.kelly), { userId });
    expect(roles).toEqual([
      {
        id: tenantRoles.editor,
        name: 'Content editor',
        description: 'What Content editor is for',
        reasonAgainst: null,
      },
      {
        id: tenantRoles.recruiter,
        name: 'Recruiter',
        description: 'What Recruiter is for',
        reasonAgainst: null,
      },
    ]);
  });

  test('take one call beyond reading the user, also beside the user’s page', async () => {
    const kelly = signedIn(people.kelly);
    const calls = await tenant.callsOf(async () => {
      await getUser(kelly, userId);
      await listUserRoles(kelly, { userId });
    });
    expect(calls).toEqual(['GET /users/auth0%7Cnina', `GET ${rolesOfNina}`]);
  });

  test('are all listed where there are more than the tenant gives at once', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 101; at++) {
      const made = (await tenant.api('POST', '/roles', { name: `Role ${at}` })) as { id: string };
      ids.push(made.id);
    }
    await assign(ids);
    expect((await listUserRoles(signedIn(people.kelly), { userId })).roles).toHaveLength(101);
    const olga = signedIn(people.olga);
    const first = await listAssignableRoles(olga, { userId, page: 1 });
    expect(first).toMatchObject({ nextPage: 2, withheldCount: 1 });
    const second = await listAssignableRoles(olga, { userId, page: 2 });
    expect(second.nextPage).toBeNull();
    expect(first.roles.length + first.withheldCount + second.roles.length).toBe(107);
    expect(await change('olga', 'remove', [ids[100] ?? ''])).toEqual({ name: 'Nina', roles: ['Role 100'] });
    expect(await change('olga', 'assign', [ids[100] ?? ''])).toEqual({ name: 'Nina', roles: ['Role 100'] });
  });

  test('are not shown to somebody who may not see the user, as if there were no user', async () => {
    const problem = await problemOf(listUserRoles(signedIn(people.amir), { userId }));
    expect(problem).toMatchObject({ code: 'not-found' });
    expect(await problemOf(listUserRoles(signedIn(people.amir), { userId: 'auth0|nobody' }))).toEqual(
      problem,
    );
  });
});

describe('changing a user’s roles', () => {
  test('gives and takes away what was asked for and leaves the others, in three calls', async () => {
    await assign([tenantRoles.editor]);
    const calls = await tenant.callsOf(() => change('kelly', 'assign', [tenantRoles.recruiter]));
    expect(calls).toEqual(['GET /users/auth0%7Cnina', 'GET /roles', `POST ${rolesOfNina}`]);
    expect(await namesHeld()).toEqual(['Content editor', 'Recruiter']);
    const removal = await tenant.callsOf(() => change('kelly', 'remove', [tenantRoles.editor]));
    expect(removal).toEqual(['GET /users/auth0%7Cnina', `GET ${rolesOfNina}`, `DELETE ${rolesOfNina}`]);
    expect(await namesHeld()).toEqual(['Recruiter']);
  });

  test('sends the ids of the roles alone, whether it gives or takes away', async () => {
    const ids = [tenantRoles.editor, tenantRoles.recruiter];
    const bodies = await bodiesSentBy(async () => {
      await change('kelly', 'assign', ids);
      await change('kelly', 'remove', [tenantRoles.editor]);
    });
    expect(bodies).toEqual([{ roles: ids }, { roles: [tenantRoles.editor] }]);
  });

  test('keeps both when two managers give a role at the same moment', async () => {
    await Promise.all([
      change('kelly', 'assign', [tenantRoles.editor]),
      change('ivan', 'assign', [tenantRoles.recruiter]),
    ]);
    expect(await namesHeld()).toEqual(['Content editor', 'Recruiter']);
  });

  test('says what was not done when the tenant limits requests, and works afterwards', async () => {
    await tenant.setFaults({
      respond: [{ match: { method: 'POST', path: '/users' }, status: 429, when: 'before', times: 1 }],
    });
    const problem = await problemOf(change('kelly', 'assign', [tenantRoles.editor]));
    expect(problem).toMatchObject({ code: 'tenant-limit' });
    expect(problem.message).toContain('Nothing was changed');
    expect(await namesHeld()).toEqual([]);
    expect(await change('kelly', 'assign', [tenantRoles.editor])).toMatchObject({
      roles: ['Content editor'],
    });
  });

  test('loses nothing that somebody else gave meanwhile', async () => {
    const seen = await listUserRoles(signedIn(people.kelly), { userId });
    expect(seen.roles).toEqual([]);
    await assign([tenantRoles.editor]);
    await change('kelly', 'assign', [tenantRoles.recruiter]);
    expect(await namesHeld()).toEqual(['Content editor', 'Recruiter']);
  });

  test('says so when somebody else took the role away meanwhile, and sends nothing', async () => {
    const calls = await tenant.callsOf(async () => {
      expect(await change('kelly', 'remove', [tenantRoles.editor])).toEqual({ name: 'Nina', roles: [] });
    });
    expect(calls.filter((call) => call.startsWith('DELETE'))).toEqual([]);
  });

  test.each(['rol_nothing', '..', 'auth0|nina'])(
    'refuses a role that the tenant does not have: %s',
    async (id) => {
      const problem = await problemOf(change('kelly', 'assign', [tenantRoles.recruiter, id]));
      expect(problem).toMatchObject({ code: 'invalid-input' });
      expect(problem.message).toContain('no longer exists');
      expect(await namesHeld()).toEqual([]);
    },
  );

  test('a user who left the department meanwhile keeps all roles, and the manager is told', async () => {
    await assign([tenantRoles.editor]);
    await tenant.putUser({ user_id: userId, name: 'Nina', app_metadata: { department: 'HR' } });
    await assign([tenantRoles.editor]);
    const problem = await problemOf(change('kelly', 'remove', [tenantRoles.editor]));
    expect(problem.message).toContain('no longer one of yours');
    expect(await namesHeld()).toEqual(['Content editor']);
    expect(await change('ivan', 'remove', [tenantRoles.editor])).toMatchObject({ roles: ['Content editor'] });
  });
});

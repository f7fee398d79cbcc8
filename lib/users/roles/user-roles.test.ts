import { describe, expect, test } from 'vitest';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import {
  assign,
  change,
  namesHeld,
  rolesOfNina,
  userId,
  withRoles,
  world,
} from '#lib/testing/roles-world.ts';
import { tenantRoles } from '#lib/testing/seed-groups.ts';
import { bodiesSentBy } from '#lib/testing/sent-bodies.ts';
import { getUser } from '../get-user.ts';
import { listAssignableRoles, listUserRoles } from './list-user-roles.ts';

withRoles();

describe('the roles that the tenant assigns to a user', () => {
  test('are listed by name, with what each is for', async () => {
    await assign([tenantRoles.recruiter, tenantRoles.editor]);
    const { roles } = await listUserRoles(signedIn(world.people.kelly), { userId });
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
    const kelly = signedIn(world.people.kelly);
    const calls = await world.tenant.callsOf(async () => {
      await getUser(kelly, userId);
      await listUserRoles(kelly, { userId });
    });
    expect(calls).toEqual(['GET /users/auth0%7Cnina', `GET ${rolesOfNina}`]);
  });

  test('are all listed where there are more than the tenant gives at once', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 101; at++) {
      const made = (await world.tenant.api('POST', '/roles', { name: `Role ${at}` })) as { id: string };
      ids.push(made.id);
    }
    await assign(ids);
    expect((await listUserRoles(signedIn(world.people.kelly), { userId })).roles).toHaveLength(101);
    const olga = signedIn(world.people.olga);
    const first = await listAssignableRoles(olga, { userId, page: 1 });
    expect(first).toMatchObject({ nextPage: 2, withheldCount: 1 });
    const second = await listAssignableRoles(olga, { userId, page: 2 });
    expect(second.nextPage).toBeNull();
    expect(first.roles.length + first.withheldCount + second.roles.length).toBe(107);
    expect(await change('olga', 'remove', [ids[100] ?? ''])).toEqual({ name: 'Nina', roles: ['Role 100'] });
    expect(await change('olga', 'assign', [ids[100] ?? ''])).toEqual({ name: 'Nina', roles: ['Role 100'] });
  });

  test('are not shown to somebody who may not see the user, as if there were no user', async () => {
    const problem = await problemOf(listUserRoles(signedIn(world.people.amir), { userId }));
    expect(problem).toMatchObject({ code: 'not-found' });
    expect(await problemOf(listUserRoles(signedIn(world.people.amir), { userId: 'auth0|nobody' }))).toEqual(
      problem,
    );
  });
});

describe('changing a user’s roles', () => {
  test('gives and takes away what was asked for and leaves the others, in three calls', async () => {
    await assign([tenantRoles.editor]);
    const calls = await world.tenant.callsOf(() => change('kelly', 'assign', [tenantRoles.recruiter]));
    expect(calls).toEqual(['GET /users/auth0%7Cnina', 'GET /roles', `POST ${rolesOfNina}`]);
    expect(await namesHeld()).toEqual(['Content editor', 'Recruiter']);
    const removal = await world.tenant.callsOf(() => change('kelly', 'remove', [tenantRoles.editor]));
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
    await world.tenant.setFaults({
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
    const seen = await listUserRoles(signedIn(world.people.kelly), { userId });
    expect(seen.roles).toEqual([]);
    await assign([tenantRoles.editor]);
    await change('kelly', 'assign', [tenantRoles.recruiter]);
    expect(await namesHeld()).toEqual(['Content editor', 'Recruiter']);
  });

  test('says so when somebody else took the role away meanwhile, and sends nothing', async () => {
    const calls = await world.tenant.callsOf(async () => {
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
    await world.tenant.putUser({ user_id: userId, name: 'Nina', app_metadata: { department: 'HR' } });
    await assign([tenantRoles.editor]);
    const problem = await problemOf(change('kelly', 'remove', [tenantRoles.editor]));
    expect(problem.message).toContain('no longer one of yours');
    expect(await namesHeld()).toEqual(['Content editor']);
    expect(await change('ivan', 'remove', [tenantRoles.editor])).toMatchObject({ roles: ['Content editor'] });
  });
});

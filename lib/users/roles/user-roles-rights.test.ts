import { describe, expect, test } from 'vitest';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { assign, change, knowing, namesHeld, userId, withRoles, world } from '#lib/testing/roles-world.ts';
import { tenantRoles } from '#lib/testing/seed-groups.ts';
import { getUser } from '../get-user.ts';
import { listAssignableRoles, listUserRoles } from './list-user-roles.ts';

withRoles();

/** The same, written before there were these actions. */
const silent = knowing.replace("['read:roles', 'change:roles']", '[]');

describe('a role that gives rights in this console', () => {
  const beyond = ['operator', 'administrator'] as const;

  test.each(beyond)('%s is neither given nor taken away by somebody who lacks them', async (role) => {
    const given = await problemOf(change('kelly', 'assign', [tenantRoles.recruiter, tenantRoles[role]]));
    expect(given).toMatchObject({ code: 'refused-by-guard' });
    expect(given.message).toMatch(/^The role “Delegated Admin - \w+” gives more rights in this console/);
    expect(await namesHeld()).toEqual([]);
    await assign([tenantRoles[role]]);
    const taken = await problemOf(change('kelly', 'remove', [tenantRoles[role]]));
    expect(taken).toMatchObject({ code: 'refused-by-guard' });
    expect(await namesHeld()).toHaveLength(1);
    expect((await change('ivan', 'remove', [tenantRoles[role]])).roles).toHaveLength(1);
    expect((await change('ivan', 'assign', [tenantRoles[role]])).roles).toHaveLength(1);
  });

  test.each(['auditor', 'user'] as const)('%s is given by somebody who has them', async (role) => {
    await change('kelly', 'assign', [tenantRoles[role]]);
    expect(await namesHeld()).toHaveLength(1);
  });

  test('is not offered to somebody who lacks them, and is to others', async () => {
    const offered = await listAssignableRoles(signedIn(world.people.kelly), { userId, page: 1 });
    expect(offered.roles.map(({ name }) => name)).toEqual([
      'Content editor',
      'Delegated Admin - Auditor',
      'Delegated Admin - User',
      'Recruiter',
    ]);
    expect(offered.withheldCount).toBe(2);
    const all = await listAssignableRoles(signedIn(world.people.ivan), { userId, page: 1 });
    expect(all).toMatchObject({ withheldCount: 0, nextPage: null });
    expect(all.roles).toHaveLength(6);
  });
});

describe('whose roles are changed, and by whom', () => {
  test('nobody changes their own roles, not even an administrator', async () => {
    for (const who of ['kelly', 'ivan'] as const) {
      const own = world.people[who].user_id;
      expect(await problemOf(change(who, 'assign', [tenantRoles.recruiter], own))).toMatchObject({
        code: 'refused-by-guard',
        message: 'Nobody changes their own roles and organizations.',
      });
    }
    expect(await change('ivan', 'assign', [tenantRoles.recruiter], 'auth0|kelly')).toMatchObject({
      name: 'Kelly',
    });
  });

  test('somebody with more rights is not changed, and an auditor changes nobody', async () => {
    await world.tenant.setHooks({
      access: '(ctx, callback) => { /* read:roles change:roles */ callback(); }',
    });
    expect(await problemOf(change('kelly', 'assign', [tenantRoles.recruiter], 'auth0|olga'))).toMatchObject({
      code: 'refused-by-guard',
    });
    expect(await problemOf(change('amir', 'assign', [tenantRoles.recruiter]))).toMatchObject({
      code: 'not-allowed',
    });
    expect((await listUserRoles(signedIn(world.people.amir), { userId })).roles).toEqual([]);
    expect(await problemOf(listUserRoles(signedIn(world.people.pia), { userId }))).toMatchObject({
      code: 'no-role',
    });
    expect(await change('olga', 'assign', [tenantRoles.recruiter], 'auth0|kelly')).toMatchObject({
      name: 'Kelly',
    });
  });

  test('a hook that may see roles and not change them is obeyed', async () => {
    await world.tenant.setHooks({
      access: `(ctx, callback) => callback(
        ctx.payload.action === 'change:roles' ? new Error('Roles are kept by IT.') : null) // and read:roles`,
    });
    expect((await listUserRoles(signedIn(world.people.kelly), { userId })).roles).toEqual([]);
    expect(await problemOf(change('kelly', 'assign', [tenantRoles.recruiter]))).toMatchObject({
      code: 'refused-by-hook',
      message: 'Roles are kept by IT.',
    });
    expect(
      await problemOf(listAssignableRoles(signedIn(world.people.kelly), { userId, page: 1 })),
    ).toMatchObject({
      code: 'refused-by-hook',
    });
  });
});

describe('a hook that has never heard of roles', () => {
  test('permits them to administrators alone, and all else as before', async () => {
    await world.tenant.setHooks({ access: silent });
    const { permitted } = await getUser(signedIn(world.people.kelly), userId);
    expect(permitted['read:roles']).toEqual({
      permitted: false,
      reason: 'Only administrators may do this: the access hook says nothing of “read:roles”.',
    });
    expect(permitted['change:roles'].permitted).toBe(false);
    expect(permitted['change:profile']).toEqual({ permitted: true });
    for (const who of ['kelly', 'olga'] as const) {
      const problem = await problemOf(listUserRoles(signedIn(world.people[who]), { userId }));
      expect(problem.message).toContain('the access hook says nothing of “read:roles”');
      expect(await problemOf(change(who, 'assign', [tenantRoles.recruiter]))).toMatchObject({
        code: 'not-allowed',
      });
    }
    expect((await listUserRoles(signedIn(world.people.ivan), { userId })).roles).toEqual([]);
    await change('ivan', 'assign', [tenantRoles.recruiter]);
    expect(await namesHeld()).toEqual(['Recruiter']);
  });

  test('still refuses administrators what it refuses everybody', async () => {
    const strict =
      "(ctx, callback) => callback(ctx.payload.action === 'read:user' ? null : new Error('No.'))";
    await world.tenant.setHooks({ access: strict });
    expect((await problemOf(listUserRoles(signedIn(world.people.ivan), { userId }))).message).toBe('No.');
  });

  test('that mentions the one action and not the other has decided about the one alone', async () => {
    await world.tenant.setHooks({ access: knowing.replace(", 'change:roles'", '') });
    expect((await listUserRoles(signedIn(world.people.kelly), { userId })).roles).toEqual([]);
    expect(await problemOf(change('kelly', 'assign', [tenantRoles.recruiter]))).toMatchObject({
      code: 'not-allowed',
    });
  });

  test('and where there is none at all, administrators alone', async () => {
    await world.tenant.setHooks({ filter: `(ctx, callback) => callback(null, 'user_id:*')` });
    const problem = await problemOf(change('kelly', 'assign', [tenantRoles.recruiter]));
    expect(problem.message).toContain('there is no access hook to permit it');
    expect(await change('ivan', 'assign', [tenantRoles.recruiter])).toMatchObject({ roles: ['Recruiter'] });
  });
});

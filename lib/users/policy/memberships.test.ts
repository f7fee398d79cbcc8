import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import {
  answering,
  defaultAccess,
  departmentsHook,
  omar,
  settingsHook,
  worldWithOwnHooks,
} from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { createUser } from '../create-user.ts';
import { createUserForm, editUserForm } from '../form/form.ts';
import { getUser } from '../get-user.ts';
import { updateUser } from '../update-user.ts';

const world = worldWithOwnHooks();
const { edit } = world;

describe('memberships', () => {
  const write = `function (ctx, callback) {
    callback(null, { email: ctx.payload.email, password: ctx.payload.password, connection: ctx.payload.connection,
      app_metadata: { department: 'Finance', memberships: ctx.payload.memberships } });
  }`;

  test('a new name is taken where the hook lets names be made, and refused where it does not', async () => {
    const values = { ...omar, memberships: ['Treasury'] };
    const memberships = `(ctx, callback) => callback(null, { memberships: ['Finance'], createMemberships: true })`;
    await world.tenant.setHooks({ access: defaultAccess, write, memberships, settings: settingsHook() });
    expect((await createUserForm(signedIn(world.people.kelly))).memberships).toEqual({
      label: 'Memberships',
      choices: ['Finance'],
      createMemberships: true,
      preset: [],
      multiple: true,
    });
    await expect(createUser(signedIn(world.people.kelly), { values })).resolves.toBeDefined();
    await world.tenant.setHooks({
      access: defaultAccess,
      write,
      memberships: departmentsHook,
      settings: settingsHook(),
    });
    const again = { ...values, email: 'three@example.com' };
    expect(
      (await problemOf(createUser(signedIn(world.people.kelly), { values: again }))).fields,
    ).toHaveProperty('memberships');
  });

  test('a user keeps a membership that the manager could not choose', async () => {
    world.nina = await world.tenant.putUser({
      ...world.nina,
      app_metadata: { department: 'Finance', memberships: ['Board', 'Finance'] },
    });
    await world.tenant.setHooks({
      access: defaultAccess,
      write,
      memberships: departmentsHook,
      settings: settingsHook(),
    });
    await edit('kelly', { memberships: ['Board', 'HR'] });
    expect((await problemOf(edit('kelly', { memberships: ['Board', 'Secret'] }))).fields).toHaveProperty(
      'memberships',
    );
  });

  test('where nothing names the place, what really stands in app_metadata counts, never the hook’s word alone', async () => {
    const aboutManager = `(ctx, callback) => callback(null, [ctx.request.user.app_metadata.department, 'a', 'Acme'])`;
    await world.tenant.setHooks({
      access: defaultAccess,
      write,
      memberships: aboutManager,
      settings: settingsHook(),
    });
    expect((await editUserForm(signedIn(world.people.ivan), world.nina.user_id)).loaded.memberships).toEqual([
      'a',
      'Acme',
    ]);
  });

  test('an error of the hook is shown', async () => {
    const memberships = `(ctx, callback) => callback(new Error('The directory is closed.'))`;
    await world.tenant.setHooks({ access: defaultAccess, write, memberships, settings: settingsHook() });
    const problem = { code: 'refused-by-hook', message: 'The directory is closed.', hook: 'memberships' };
    expect(await problemOf(createUserForm(signedIn(world.people.kelly)))).toEqual(problem);
    expect(await problemOf(createUser(signedIn(world.people.kelly), { values: omar }))).toEqual(problem);
  });

  test.each<[string, JsonObject, JsonObject, string[]]>([
    [
      'at the property that the settings name, before all else',
      { membershipProperty: 'app_metadata.org.team' },
      { org: { team: 'Blue' }, memberships: ['Red'], department: 'Finance' },
      ['Blue'],
    ],
    [
      'there as an array too',
      { membershipProperty: 'app_metadata.teams' },
      { teams: ['Blue', 'Green'], department: 'Finance' },
      ['Blue', 'Green'],
    ],
    [
      'else in app_metadata.memberships, before the choices',
      {},
      { memberships: ['Red'], department: 'Finance' },
      ['Red'],
    ],
    [
      'there as objects too',
      {},
      { memberships: [{ value: 'Red', label: 'R' }], department: 'Finance' },
      ['Red'],
    ],
    [
      'else among the choices where a name stands directly under app_metadata',
      {},
      { department: 'Finance', nested: { team: 'HR' } },
      ['Finance'],
    ],
    ['else nowhere', {}, { department: 'Legal' }, []],
  ])('what a user has stands %s', async (_where, settings, appMetadata, names) => {
    await world.tenant.putUser({ ...world.nina, app_metadata: appMetadata });
    const hooks = { memberships: departmentsHook, settings: settingsHook(settings) };
    await world.tenant.setHooks({ ...hooks, access: answering(null) });
    const ivan = () => signedIn(world.people.ivan);
    expect((await editUserForm(ivan(), world.nina.user_id)).loaded.memberships).toEqual(names);
    expect((await getUser(ivan(), world.nina.user_id)).memberships).toEqual(names);
  });

  test('an error of the hook is shown on every way to a user whose memberships it must tell', async () => {
    const memberships = `(ctx, callback) => callback(new Error('The directory is closed.'))`;
    await world.tenant.setHooks({ access: defaultAccess, write, memberships, settings: settingsHook() });
    const { user_id: userId } = world.nina;
    const kelly = () => signedIn(world.people.kelly);
    const update = { userId, loaded: {}, values: { name: 'N' } };
    const ways = [
      () => getUser(kelly(), userId),
      () => editUserForm(kelly(), userId),
      () => updateUser(kelly(), update),
    ];
    for (const way of ways) {
      expect((await problemOf(way())).message).toBe('The directory is closed.');
    }
  });
});

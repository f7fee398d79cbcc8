import { beforeEach, describe, expect, test } from 'vitest';
import {
  answering,
  defaultAccess,
  departmentsHook,
  mainConnection,
  omar,
  password,
  settingsHook,
  worldWithOwnHooks,
} from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { bodiesSentBy } from '#lib/testing/sent-bodies.ts';
import { createUser } from '../create-user.ts';
import { editUserForm } from '../form/form.ts';
import type { FormValues } from '../form/user-form.ts';

const world = worldWithOwnHooks();
const { edit } = world;

describe('a write hook in the style of the extension’s documentation', () => {
  /** Department from the membership, payload passed on, and on update what did not change deleted again. */
  const write = `// Called on create and on update.
  function(ctx, callback) {
    var newProfile = {
      email: ctx.payload.email,
      password: ctx.payload.password,
      connection: ctx.payload.connection,
      user_metadata: ctx.payload.user_metadata,
      app_metadata: {
        department: ctx.payload.memberships && ctx.payload.memberships[0],
        ...ctx.payload.app_metadata
      }
    };
    if (!ctx.payload.memberships || ctx.payload.memberships.length === 0) {
      return callback(new Error('The user must be created within a department.'));
    }
    var currentDepartment = ctx.request.user.app_metadata.department;
    if (!currentDepartment || !currentDepartment.length) {
      return callback(new Error('The current user is not part of any department.'));
    }
    if (currentDepartment !== 'IT' && ctx.payload.memberships[0] !== currentDepartment) {
      return callback(new Error('You can only create users within your own department.'));
    }
    if (ctx.method === 'update') {
      Object.keys(newProfile).forEach(function(key) {
        if (newProfile[key] === ctx.request.originalUser[key]) delete newProfile[key];
      });
    }
    return callback(null, newProfile);
  }`;

  beforeEach(() =>
    world.tenant.setHooks({
      access: defaultAccess,
      write,
      memberships: departmentsHook,
      settings: settingsHook({ membershipProperty: 'app_metadata.department' }),
    }),
  );

  test('creates', async () => {
    const bodies = await bodiesSentBy(() =>
      createUser(signedIn(world.people.kelly), {
        values: {
          ...omar,
          memberships: ['Finance'],
          'user_metadata.title': 'Clerk',
          'app_metadata.vendor': 'Acme',
        },
      }),
    );
    expect(bodies).toEqual([
      {
        email: 'omar@example.com',
        password,
        connection: mainConnection,
        user_metadata: { title: 'Clerk' },
        app_metadata: { department: 'Finance', vendor: 'Acme' },
      },
    ]);
  });

  test('refuses Kelly a user in HR with its own sentence', async () => {
    const values = { ...omar, memberships: ['HR'] };
    expect(await problemOf(createUser(signedIn(world.people.kelly), { values }))).toEqual({
      code: 'refused-by-hook',
      message: 'You can only create users within your own department.',
      hook: 'write',
    });
    await expect(createUser(signedIn(world.people.ivan), { values })).resolves.toBeDefined();
  });

  test('changes what was changed and wipes no sibling', async () => {
    const bodies = await bodiesSentBy(() => edit('kelly', { 'user_metadata.address.city': 'Köln' }));
    expect(bodies).toEqual([{ user_metadata: { address: { city: 'Köln', zip: '10115' } } }]);
    expect(await bodiesSentBy(() => edit('kelly', { email: 'two@example.com' }))).toEqual([
      { email: 'two@example.com', connection: mainConnection },
    ]);
  });
});

describe('without an answer of a write hook', () => {
  test.each([
    ['no hook', undefined],
    ['null', '(ctx, callback) => callback(null, null)'],
    ['nothing', '(ctx, callback) => callback()'],
  ])('an update sends the changed keys: %s', async (_what, write) => {
    await world.tenant.setHooks({
      access: defaultAccess,
      write,
      settings: settingsHook(),
      memberships: departmentsHook,
    });
    const values = { name: 'Nina Two', 'user_metadata.title': null, 'user_metadata.address.city': 'Köln' };
    expect(await bodiesSentBy(() => edit('kelly', values))).toEqual([
      { name: 'Nina Two', user_metadata: { title: null, address: { city: 'Köln', zip: '10115' } } },
    ]);
  });

  test('an update of memberships lands where the settings say that they are', async () => {
    await world.tenant.setHooks({
      access: defaultAccess,
      memberships: departmentsHook,
      settings: settingsHook({ membershipProperty: 'app_metadata.department' }),
    });
    expect(await bodiesSentBy(() => edit('ivan', { memberships: ['HR'] }))).toEqual([
      { app_metadata: { department: 'HR' } },
    ]);
  });

  test('a create needs an answer', async () => {
    await world.tenant.setHooks({
      access: defaultAccess,
      write: '(ctx, callback) => callback()',
      settings: settingsHook(),
    });
    expect(await problemOf(createUser(signedIn(world.people.kelly), { values: omar }))).toMatchObject({
      code: 'hook-failed',
      hook: 'write',
    });
  });
});

test('a user whom the access hook masks is edited as this manager sees them, and nothing masked is lost', async () => {
  const masking = `(ctx, callback) => callback(null, { ...ctx.payload.user, user_metadata: { title: '•••' }, name: 'N.' })`;
  await world.tenant.setHooks({ access: masking, settings: settingsHook() });
  const form = await editUserForm(signedIn(world.people.kelly), world.nina.user_id);
  expect(JSON.stringify(form)).not.toMatch(/Controller|Berlin/);
  expect(form.loaded).toMatchObject({ name: 'N.', 'user_metadata.title': '•••' });
  expect(await bodiesSentBy(() => edit('kelly', { 'app_metadata.vendor': 'Beta' }))).toEqual([
    { app_metadata: { vendor: 'Beta' } },
  ]);
  expect(await bodiesSentBy(() => edit('kelly', { 'user_metadata.address.city': 'Köln' }))).toEqual([
    { user_metadata: { address: { city: 'Köln', zip: '10115' } } },
  ]);
});

test.each(['auth0', 'waad'])(
  'a connection (%s) that the access hook hides is not named in the form, and its rules hold',
  async (provider) => {
    const connection = provider === 'auth0' ? 'Contractors' : 'example-entra-id';
    await world.tenant.putUser({
      ...world.nina,
      username: 'nina',
      identities: [{ connection, provider, user_id: 'nina', isSocial: false }],
    });
    const masking = answering({ name: 'N.', email: 'nina@example.com' });
    await world.tenant.setHooks({ access: masking, settings: settingsHook() });
    const form = await editUserForm(signedIn(world.people.kelly), world.nina.user_id);
    expect(JSON.stringify(form)).not.toContain(connection);
    const values: FormValues = provider === 'auth0' ? { username: 'x' } : { email: 'two@example.com' };
    expect((await problemOf(edit('kelly', values))).message).toMatch(
      /must have 3 to 20 characters|signs in with another provider/,
    );
    await world.tenant.setHooks({ access: defaultAccess, settings: settingsHook() });
    const inFull = await editUserForm(signedIn(world.people.kelly), world.nina.user_id);
    expect(JSON.stringify(inFull)).toContain(connection);
  },
);

test.each([
  ['throws', `function (ctx, callback) { throw new Error('Boom'); }`],
  ['never calls back', 'function (ctx, callback) {}'],
  ['spins', 'function (ctx, callback) { for (;;); }'],
  ['is no function', '({})'],
])('a write hook that %s ends in a sentence that names it, and nothing is sent', async (_how, write) => {
  await world.tenant.setHooks({ access: defaultAccess, write, settings: settingsHook() });
  const bodies = await bodiesSentBy(async () => {
    for (const run of [
      () => createUser(signedIn(world.people.kelly), { values: omar }),
      () => edit('kelly', { name: 'N' }),
    ]) {
      const problem = await problemOf(run());
      expect(problem).toMatchObject({ code: 'hook-failed', hook: 'write' });
      expect(problem.message).toMatch(/write/);
    }
  });
  expect(bodies).toEqual([]);
});

test('a settings hook with a member of a wrong type is named with that member', async () => {
  await world.tenant.setHooks({
    access: defaultAccess,
    settings: settingsHook({ userFields: [{ property: 'name', edit: 'yes' }] }),
  });
  const problem = await problemOf(edit('kelly', { name: 'N' }));
  expect(problem).toMatchObject({ code: 'hook-failed', hook: 'settings' });
  expect(problem.message).toContain('“userFields.0.edit”');
});

test('a field’s own check that fails is named, and nothing is sent', async () => {
  const failing = { validationFunction: 'function (value) { return value.missing.member; }' };
  const userFields = [{ property: 'name', create: failing, edit: failing }];
  await world.tenant.setHooks({ access: defaultAccess, settings: settingsHook({ userFields }) });
  const bodies = await bodiesSentBy(async () => {
    const values = { ...omar, name: 'Omar' };
    const problem = await problemOf(createUser(signedIn(world.people.kelly), { values }));
    expect(problem).toMatchObject({ code: 'hook-failed', hook: 'settings' });
  });
  expect(bodies).toEqual([]);
});

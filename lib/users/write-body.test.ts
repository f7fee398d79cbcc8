import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { User } from '#lib/auth0/user.ts';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import type { JsonObject } from '#lib/json.ts';
import { type People, putPeople, signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { bodiesSentBy } from '#lib/testing/sent-bodies.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { createUser } from './create-user.ts';
import { createUserForm, editUserForm } from './form.ts';
import { updateUser } from './update-user.ts';
import type { FormValues } from './user-form.ts';

let tenant: TestTenant;
let people: People;
let nina: User;
let access: string;

beforeAll(async () => {
  tenant = await startTestTenant('own');
  access = await readFile(path.resolve(import.meta.dirname, '../../hooks/access.js'), 'utf8');
});
beforeEach(async () => {
  await tenant.reset();
  people = await putPeople(tenant);
  nina = await tenant.putUser({
    user_id: 'auth0|nina',
    email: 'nina@example.com',
    name: 'Nina',
    user_metadata: { title: 'Controller', address: { city: 'Berlin', zip: '10115' } },
    app_metadata: { department: 'Finance', vendor: 'Acme', tags: ['a'] },
  });
});
afterAll(async () => {
  await tenant.stop();
  await closeHookPool();
});

const main = 'Username-Password-Authentication';
const password = 'Correct-horse-7';
const omar: FormValues = { email: 'omar@example.com', password, repeatPassword: password };
const answering = (answer: JsonObject) => `(ctx, callback) => callback(null, ${JSON.stringify(answer)})`;
const userFields = [
  { property: 'name', create: true, edit: true },
  { property: 'user_metadata.title', create: true, edit: true },
  { property: 'user_metadata.address.city', create: true, edit: true },
  { property: 'app_metadata.vendor', create: true, edit: true },
];
const settings = (more: JsonObject = {}) => answering({ connections: [main], userFields, ...more });
const departments = `(ctx, callback) => callback(null, ['Finance', 'HR'])`;

/** A write hook that refuses with what it was given, so that a test can read it. */
const telling = `function (ctx, callback) {
  callback(new Error(JSON.stringify(ctx)));
}`;

async function edit(who: keyof People, values: FormValues) {
  const { loaded } = await editUserForm(signedIn(people[who]), nina.user_id);
  return updateUser(signedIn(people[who]), { userId: nina.user_id, loaded, values });
}

async function toldBy(run: Promise<unknown>) {
  const problem = await problemOf(run);
  expect(problem).toMatchObject({ code: 'refused-by-hook', hook: 'write' });
  return JSON.parse(problem.message);
}

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
    tenant.setHooks({
      access,
      write,
      memberships: departments,
      settings: settings({ membershipProperty: 'app_metadata.department' }),
    }),
  );

  test('creates', async () => {
    const bodies = await bodiesSentBy(() =>
      createUser(signedIn(people.kelly), {
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
        connection: main,
        user_metadata: { title: 'Clerk' },
        app_metadata: { department: 'Finance', vendor: 'Acme' },
      },
    ]);
  });

  test('refuses Kelly a user in HR with its own sentence', async () => {
    const values = { ...omar, memberships: ['HR'] };
    expect(await problemOf(createUser(signedIn(people.kelly), { values }))).toEqual({
      code: 'refused-by-hook',
      message: 'You can only create users within your own department.',
      hook: 'write',
    });
    await expect(createUser(signedIn(people.ivan), { values })).resolves.toBeDefined();
  });

  test('changes what was changed and wipes no sibling', async () => {
    const bodies = await bodiesSentBy(() => edit('kelly', { 'user_metadata.address.city': 'Köln' }));
    expect(bodies).toEqual([{ user_metadata: { address: { city: 'Köln', zip: '10115' } } }]);
    expect(await bodiesSentBy(() => edit('kelly', { email: 'two@example.com' }))).toEqual([
      { email: 'two@example.com', connection: main },
    ]);
  });
});

describe('what a write hook is given', () => {
  beforeEach(() =>
    tenant.setHooks({
      access,
      write: telling,
      memberships: departments,
      settings: settings({ membershipProperty: 'app_metadata.department' }),
    }),
  );

  test('on create: method, payload, defaultPayload, userFields, and the manager without a token', async () => {
    const values = { ...omar, memberships: ['HR'], 'user_metadata.address.city': 'Berlin' };
    const ctx = await toldBy(createUser(signedIn(people.kelly, { access_token: 'secret' }), { values }));
    const account = { email: 'omar@example.com', password, connection: main };
    expect(ctx).toMatchObject({
      method: 'create',
      payload: { ...account, memberships: ['HR'], user_metadata: { address: { city: 'Berlin' } } },
      defaultPayload: { ...account, app_metadata: { memberships: ['HR'] } },
      userFields,
    });
    expect(Object.keys(ctx.payload).sort()).toEqual([
      'connection',
      'email',
      'memberships',
      'password',
      'user_metadata',
    ]);
    expect(ctx.request.originalUser).toBeUndefined();
    expect(ctx.request.user).toEqual({
      ...people.kelly,
      sub: people.kelly.user_id,
      scope: ['read:users', 'manage:users'],
    });
  });

  test('defaultPayload has no memberships where none was picked, and payload an empty list', async () => {
    const ctx = await toldBy(createUser(signedIn(people.kelly), { values: omar }));
    expect(ctx.payload.memberships).toEqual([]);
    expect(ctx.defaultPayload.app_metadata).toEqual({});
  });

  test('on update: the user as it stands, and whole first-level values with the change laid over', async () => {
    const ctx = await toldBy(edit('kelly', { 'user_metadata.address.city': 'Köln' }));
    expect(ctx).toMatchObject({ method: 'update', request: { originalUser: nina }, userFields });
    expect(ctx.payload).toEqual({
      email: 'nina@example.com',
      name: 'Nina',
      connection: main,
      memberships: ['Finance'],
      user_metadata: { title: 'Controller', address: { city: 'Köln', zip: '10115' } },
      app_metadata: { vendor: 'Acme' },
    });
    expect(ctx.defaultPayload).toBeUndefined();
  });

  test('the password only when it is changed, and the new memberships when they are', async () => {
    const values = { password, repeatPassword: password, memberships: ['HR'] };
    const { payload } = await toldBy(edit('kelly', values));
    expect(payload).toMatchObject({ password, memberships: ['HR'] });
    expect(payload).not.toHaveProperty('repeatPassword');
  });

  test('memberships as objects where the settings ask for these', async () => {
    const objects = settings({ membershipProperty: 'app_metadata.department', memberships: 'options' });
    await tenant.setHooks({ access, write: telling, memberships: departments, settings: objects });
    const { payload } = await toldBy(edit('kelly', { name: 'Nina Two' }));
    expect(payload.memberships).toEqual([{ value: 'Finance', label: 'Finance' }]);
  });

  test('two runs in a row see the manager as read, whatever the first did to it', async () => {
    const spoiling = `function (ctx, callback) {
      var before = JSON.stringify(ctx);
      ctx.request.user.app_metadata.department = 'IT';
      ctx.request.user.scope.push('manage:config');
      Object.prototype.department = 'IT';
      JSON.stringify = function () { return 'spoilt'; };
      callback(new Error(before));
    }`;
    await tenant.setHooks({ access, write: spoiling, memberships: departments, settings: settings() });
    const manager = signedIn(people.kelly);
    for (const _run of ['first', 'second']) {
      const ctx = await toldBy(createUser(manager, { values: omar }));
      expect(ctx.request.user).toMatchObject({
        app_metadata: people.kelly.app_metadata,
        scope: ['read:users', 'manage:users'],
      });
      expect(ctx.payload.department).toBeUndefined();
    }
  });
});

describe('without an answer of a write hook', () => {
  test.each([
    ['no hook', undefined],
    ['null', '(ctx, callback) => callback(null, null)'],
    ['nothing', '(ctx, callback) => callback()'],
  ])('an update sends the changed keys: %s', async (_what, write) => {
    await tenant.setHooks({ access, write, settings: settings(), memberships: departments });
    const values = { name: 'Nina Two', 'user_metadata.title': null, 'user_metadata.address.city': 'Köln' };
    expect(await bodiesSentBy(() => edit('kelly', values))).toEqual([
      { name: 'Nina Two', user_metadata: { title: null, address: { city: 'Köln', zip: '10115' } } },
    ]);
  });

  test('an update of memberships lands where the settings say that they are', async () => {
    await tenant.setHooks({
      access,
      memberships: departments,
      settings: settings({ membershipProperty: 'app_metadata.department' }),
    });
    expect(await bodiesSentBy(() => edit('ivan', { memberships: ['HR'] }))).toEqual([
      { app_metadata: { department: 'HR' } },
    ]);
  });

  test('a create needs an answer', async () => {
    await tenant.setHooks({ access, write: '(ctx, callback) => callback()', settings: settings() });
    expect(await problemOf(createUser(signedIn(people.kelly), { values: omar }))).toMatchObject({
      code: 'hook-failed',
      hook: 'write',
    });
  });
});

describe('memberships', () => {
  const write = `function (ctx, callback) {
    callback(null, { email: ctx.payload.email, password: ctx.payload.password, connection: ctx.payload.connection,
      app_metadata: { department: 'Finance', memberships: ctx.payload.memberships } });
  }`;

  test('a new name is taken where the hook lets names be made, and refused where it does not', async () => {
    const values = { ...omar, memberships: ['Treasury'] };
    const memberships = `(ctx, callback) => callback(null, { memberships: ['Finance'], createMemberships: true })`;
    await tenant.setHooks({ access, write, memberships, settings: settings() });
    expect((await createUserForm(signedIn(people.kelly))).memberships).toEqual({
      label: 'Memberships',
      choices: ['Finance'],
      createMemberships: true,
      preset: [],
      multiple: true,
    });
    await expect(createUser(signedIn(people.kelly), { values })).resolves.toBeDefined();
    await tenant.setHooks({ access, write, memberships: departments, settings: settings() });
    const again = { ...values, email: 'three@example.com' };
    expect((await problemOf(createUser(signedIn(people.kelly), { values: again }))).fields).toHaveProperty(
      'memberships',
    );
  });

  test('a user keeps a membership that the manager could not choose', async () => {
    nina = await tenant.putUser({
      ...nina,
      app_metadata: { department: 'Finance', memberships: ['Board', 'Finance'] },
    });
    await tenant.setHooks({ access, write, memberships: departments, settings: settings() });
    await edit('kelly', { memberships: ['Board', 'HR'] });
    expect((await problemOf(edit('kelly', { memberships: ['Board', 'Secret'] }))).fields).toHaveProperty(
      'memberships',
    );
  });

  test('where nothing names the place, what really stands in app_metadata counts, never the hook’s word alone', async () => {
    const aboutManager = `(ctx, callback) => callback(null, [ctx.request.user.app_metadata.department, 'a', 'Acme'])`;
    await tenant.setHooks({ access, write, memberships: aboutManager, settings: settings() });
    expect((await editUserForm(signedIn(people.ivan), nina.user_id)).loaded.memberships).toEqual([
      'a',
      'Acme',
    ]);
  });

  test('an error of the hook is shown', async () => {
    const memberships = `(ctx, callback) => callback(new Error('The directory is closed.'))`;
    await tenant.setHooks({ access, write, memberships, settings: settings() });
    const problem = { code: 'refused-by-hook', message: 'The directory is closed.', hook: 'memberships' };
    expect(await problemOf(createUserForm(signedIn(people.kelly)))).toEqual(problem);
    expect(await problemOf(createUser(signedIn(people.kelly), { values: omar }))).toEqual(problem);
  });
});

test('a user whom the access hook masks is edited as this manager sees them, and nothing masked is lost', async () => {
  const masking = `(ctx, callback) => callback(null, { ...ctx.payload.user, user_metadata: { title: '•••' }, name: 'N.' })`;
  await tenant.setHooks({ access: masking, settings: settings() });
  const form = await editUserForm(signedIn(people.kelly), nina.user_id);
  expect(JSON.stringify(form)).not.toMatch(/Controller|Berlin/);
  expect(form.loaded).toMatchObject({ name: 'N.', 'user_metadata.title': '•••' });
  expect(await bodiesSentBy(() => edit('kelly', { 'app_metadata.vendor': 'Beta' }))).toEqual([
    { app_metadata: { vendor: 'Beta' } },
  ]);
  expect(await bodiesSentBy(() => edit('kelly', { 'user_metadata.address.city': 'Köln' }))).toEqual([
    { user_metadata: { address: { city: 'Köln', zip: '10115' } } },
  ]);
});

test.each([
  ['throws', `function (ctx, callback) { throw new Error('Boom'); }`],
  ['never calls back', 'function (ctx, callback) {}'],
  ['spins', 'function (ctx, callback) { for (;;); }'],
  ['is no function', '({})'],
])('a write hook that %s ends in a sentence that names it, and nothing is sent', async (_how, write) => {
  await tenant.setHooks({ access, write, settings: settings() });
  const bodies = await bodiesSentBy(async () => {
    for (const run of [
      () => createUser(signedIn(people.kelly), { values: omar }),
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
  await tenant.setHooks({ access, settings: settings({ userFields: [{ property: 'name', edit: 'yes' }] }) });
  const problem = await problemOf(edit('kelly', { name: 'N' }));
  expect(problem).toMatchObject({ code: 'hook-failed', hook: 'settings' });
  expect(problem.message).toContain('“userFields.0.edit”');
});

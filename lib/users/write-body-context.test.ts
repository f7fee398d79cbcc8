import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { User } from '#lib/auth0/user.ts';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import type { JsonObject } from '#lib/json.ts';
import { editAs } from '#lib/testing/edit.ts';
import { type People, putPeople, signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { createUser } from './create-user.ts';
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

const edit = (who: keyof People, values: FormValues, userId = nina.user_id) =>
  editAs(people[who], userId, values);

async function toldBy(run: Promise<unknown>) {
  const problem = await problemOf(run);
  expect(problem).toMatchObject({ code: 'refused-by-hook', hook: 'write' });
  return JSON.parse(problem.message);
}

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

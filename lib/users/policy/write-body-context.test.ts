import { beforeEach, describe, expect, test } from 'vitest';
import {
  defaultAccess,
  departmentsHook,
  mainConnection,
  omar,
  password,
  settingsHook,
  userFields,
  worldWithOwnHooks,
} from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { createUser } from '../create-user.ts';

const world = worldWithOwnHooks();
const { edit } = world;

/** A write hook that refuses with what it was given, so that a test can read it. */
const telling = `function (ctx, callback) {
  callback(new Error(JSON.stringify(ctx)));
}`;

async function toldBy(run: Promise<unknown>) {
  const problem = await problemOf(run);
  expect(problem).toMatchObject({ code: 'refused-by-hook', hook: 'write' });
  return JSON.parse(problem.message);
}

describe('what a write hook is given', () => {
  beforeEach(() =>
    world.tenant.setHooks({
      access: defaultAccess,
      write: telling,
      memberships: departmentsHook,
      settings: settingsHook({ membershipProperty: 'app_metadata.department' }),
    }),
  );

  test('on create: method, payload, defaultPayload, userFields, and the manager without a token', async () => {
    const values = { ...omar, memberships: ['HR'], 'user_metadata.address.city': 'Berlin' };
    const ctx = await toldBy(
      createUser(signedIn(world.people.kelly, { access_token: 'secret' }), { values }),
    );
    const account = { email: 'omar@example.com', password, connection: mainConnection };
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
      ...world.people.kelly,
      sub: world.people.kelly.user_id,
      scope: ['read:users', 'manage:users'],
    });
  });

  test('defaultPayload has no memberships where none was picked, and payload an empty list', async () => {
    const ctx = await toldBy(createUser(signedIn(world.people.kelly), { values: omar }));
    expect(ctx.payload.memberships).toEqual([]);
    expect(ctx.defaultPayload.app_metadata).toEqual({});
  });

  test('on update: the user as it stands, and whole first-level values with the change laid over', async () => {
    const ctx = await toldBy(edit('kelly', { 'user_metadata.address.city': 'Köln' }));
    expect(ctx).toMatchObject({ method: 'update', request: { originalUser: world.nina }, userFields });
    expect(ctx.payload).toEqual({
      email: 'nina@example.com',
      name: 'Nina',
      connection: mainConnection,
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
    const objects = settingsHook({ membershipProperty: 'app_metadata.department', memberships: 'options' });
    await world.tenant.setHooks({
      access: defaultAccess,
      write: telling,
      memberships: departmentsHook,
      settings: objects,
    });
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
    await world.tenant.setHooks({
      access: defaultAccess,
      write: spoiling,
      memberships: departmentsHook,
      settings: settingsHook(),
    });
    const manager = signedIn(world.people.kelly);
    for (const _run of ['first', 'second']) {
      const ctx = await toldBy(createUser(manager, { values: omar }));
      expect(ctx.request.user).toMatchObject({
        app_metadata: world.people.kelly.app_metadata,
        scope: ['read:users', 'manage:users'],
      });
      expect(ctx.payload.department).toBeUndefined();
    }
  });
});

import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { defaultAccess, defaultHook } from '#lib/testing/own-hooks.ts';
import { type People, signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { worldWithPeople } from '#lib/testing/world.ts';
import { createUser } from '../create-user.ts';
import { permit } from '../permit.ts';

const world = worldWithPeople('own');
const hooks = { access: defaultAccess, filter: defaultHook('filter') };

const password = 'Correct-horse-7';
const values = { email: 'nina@example.com', password, repeatPassword: password };

/** A write hook that answers with what was asked for and lays something over it. */
const careless = (laidOver: JsonObject) => `function (ctx, callback) {
  var body = Object.assign({ app_metadata: { department: 'Finance' } }, ctx.payload, ${JSON.stringify(laidOver)});
  if (!('memberships' in ${JSON.stringify(laidOver)})) delete body.memberships;
  callback(null, body);
}`;

const settings = (answer: JsonObject) =>
  `function (ctx, callback) { callback(null, ${JSON.stringify(answer)}); }`;
const onlyMain = { connections: ['Username-Password-Authentication'] };

async function create(who: keyof People, laidOver: JsonObject, answer: JsonObject = onlyMain) {
  await world.tenant.setHooks({ ...hooks, write: careless(laidOver), settings: settings(answer) });
  return createUser(signedIn(world.people[who]), { values });
}

async function refusedCreate(who: keyof People, laidOver: JsonObject, answer?: JsonObject) {
  let problem: Awaited<ReturnType<typeof problemOf>> | undefined;
  const calls = await world.tenant.callsOf(async () => {
    problem = await problemOf(create(who, laidOver, answer));
  });
  expect(calls.filter((call) => call.startsWith('POST'))).toEqual([]);
  return problem;
}

const administrator = ['Delegated Admin - Administrator'];
const inFinance = (more: JsonObject): JsonObject => ({ app_metadata: { department: 'Finance', ...more } });

describe('what a careless write hook lets through is stopped, with the key and the hook', () => {
  test.each<[string, JsonObject]>([
    ['roles', { roles: administrator }],
    ['permissions', { permissions: administrator }],
    ['app_metadata.roles', inFinance({ roles: administrator })],
    ['app_metadata.roles', inFinance({ roles: 'Delegated Admin - Administrator' })],
    ['app_metadata.roles', inFinance({ roles: [{ name: 'Delegated Admin - Operator' }] })],
    ['app_metadata.permissions', inFinance({ permissions: administrator })],
    ['app_metadata.authorization', inFinance({ authorization: { roles: administrator } })],
    ['app_metadata.authorization', inFinance({ authorization: { permissions: administrator } })],
    ['user_id', { user_id: 'auth0|chosen' }],
    ['blocked', { blocked: true }],
    ['email_verified', { email_verified: true }],
    ['phone_verified', { phone_verified: true }],
    ['connection', { connection: 'Contractors' }],
    ['connection', { connection: 'google-oauth2' }],
    ['connection', { connection: 'no-such-connection' }],
    ['connection', { connection: 7 }],
    ['memberships', { memberships: ['Finance'] }],
    ['identities', { identities: [] }],
    ['last_ip', { last_ip: '192.0.2.1' }],
    [
      'https://example.com/auth0-delegated-admin',
      { 'https://example.com/auth0-delegated-admin': administrator },
    ],
    ['app_metadata', { app_metadata: 'Finance' }],
    ['user_metadata', { user_metadata: [] }],
  ])('%s in %j', async (key, laidOver) => {
    const problem = await refusedCreate('kelly', laidOver);
    expect(problem).toMatchObject({ code: 'refused-by-guard', hook: 'write' });
    expect(problem?.message).toMatch(new RegExp(`^“${key}” was stopped`));
    expect(problem?.message).toContain('the write hook let it through');
  });

  test('an id of its own: because ids are the tenant’s to give', async () => {
    const problem = await refusedCreate('kelly', { user_id: 'auth0|chosen' });
    expect(problem?.message).toContain('a user’s id is given by the tenant alone');
  });

  test('a membership that the hook turns into a role, for a manager without that role', async () => {
    const memberships = `(ctx, callback) => callback(null, ['Staff', 'Heads'])`;
    const write = `function (ctx, callback) {
      var roles = ctx.payload.memberships[0] === 'Heads' ? ['Delegated Admin - Operator'] : [];
      var account = { email: ctx.payload.email, password: ctx.payload.password, connection: ctx.payload.connection };
      callback(null, { ...account, app_metadata: { department: 'Finance', roles: roles } });
    }`;
    await world.tenant.setHooks({ ...hooks, memberships, write, settings: settings(onlyMain) });
    const asHead = { values: { ...values, memberships: ['Heads'] } };
    const problem = await problemOf(createUser(signedIn(world.people.kelly), asHead));
    expect(problem.message).toMatch(/^“app_metadata.roles” was stopped/);
    await expect(createUser(signedIn(world.people.olga), asHead)).resolves.toBeDefined();
    const asStaff = { values: { ...values, email: 'omar@example.com', memberships: ['Staff'] } };
    await expect(createUser(signedIn(world.people.kelly), asStaff)).resolves.toBeDefined();
  });

  test('another department: by the filter and by the access hook', async () => {
    const inHr = { app_metadata: { department: 'HR' } };
    const byFilter = await refusedCreate('kelly', inHr);
    expect(byFilter?.message).toContain('the filter hook');
    await world.tenant.setHooks({
      access: hooks.access,
      write: careless(inHr),
      settings: settings(onlyMain),
    });
    const byAccess = await problemOf(createUser(signedIn(world.people.kelly), { values }));
    expect(byAccess).toMatchObject({ code: 'refused-by-guard' });
    expect(byAccess.message).toContain('You can only manage the users of your own department.');
  });

  test('the manager’s own profile spread over the new user', async () => {
    await world.tenant.setHooks({
      ...hooks,
      settings: settings(onlyMain),
      write: `function (ctx, callback) { callback(null, { ...ctx.request.user, ...ctx.payload }); }`,
    });
    expect(await problemOf(createUser(signedIn(world.people.ivan), { values }))).toMatchObject({
      code: 'refused-by-guard',
    });
  });

  test('no connection, no name to sign in with, no object', async () => {
    expect((await refusedCreate('kelly', { connection: null }))?.message).toContain('“connection”');
    expect((await refusedCreate('kelly', { email: null }))?.message).toContain('“email”');
    await world.tenant.setHooks({ ...hooks, write: '(ctx, callback) => callback(null, "yes")' });
    expect(
      await problemOf(
        createUser(signedIn(world.people.ivan), {
          values: { ...values, connection: 'Username-Password-Authentication' },
        }),
      ),
    ).toMatchObject({
      code: 'hook-failed',
      hook: 'write',
    });
  });
});

describe('what the manager may do goes through', () => {
  test('the careless hook itself', async () => {
    const created = await create('kelly', {});
    const { user } = await permit(signedIn(world.people.kelly), created.userId, 'read:user');
    expect(user.app_metadata).toEqual({ department: 'Finance' });
  });

  test.each<[keyof People, string]>([
    ['kelly', 'Delegated Admin - User'],
    ['kelly', 'Delegated Admin - Auditor'],
    ['kelly', 'Editor of something else'],
    ['ivan', 'Delegated Admin - Administrator'],
    ['olga', 'Delegated Admin - Operator'],
  ])('%s gives a role that is not above their own: %s', async (who, role) => {
    const created = await create(who, inFinance({ roles: [role] }));
    const { user } = await permit(signedIn(world.people.ivan), created.userId, 'read:user');
    expect(user.app_metadata).toEqual({ department: 'Finance', roles: [role] });
  });

  test('a declared field may set what nobody else sets', async () => {
    const declared = {
      ...onlyMain,
      userFields: [{ property: 'email_verified', create: { type: 'checkbox' } }],
    };
    const created = await create('kelly', { email_verified: true }, declared);
    const { user } = await permit(signedIn(world.people.kelly), created.userId, 'read:user');
    expect(user.email_verified).toBe(true);
  });

  test('IT puts a user into any department', async () => {
    const created = await create('ivan', { app_metadata: { department: 'HR' } });
    const { user } = await permit(signedIn(world.people.ivan), created.userId, 'read:user');
    expect(user.app_metadata).toEqual({ department: 'HR' });
  });

  test('a user may leave the manager’s sight where the settings say so', async () => {
    const leaving = { ...onlyMain, mayLeaveScope: true };
    const created = await create('kelly', { app_metadata: { department: 'HR' } }, leaving);
    expect(await problemOf(permit(signedIn(world.people.kelly), created.userId, 'read:user'))).toMatchObject({
      code: 'not-found',
    });
  });
});

describe('a declared field that sets roles', () => {
  const declared = { ...onlyMain, userFields: [{ property: 'app_metadata.roles', create: true }] };
  const asking = (role: string) => ({ values: { ...values, 'app_metadata.roles': role } });
  const hook = `function (ctx, callback) {
    var body = { ...ctx.payload, app_metadata: { department: 'Finance', ...ctx.payload.app_metadata } };
    delete body.memberships;
    callback(null, body);
  }`;

  test('gives no role above the manager’s, and one below', async () => {
    await world.tenant.setHooks({ ...hooks, write: hook, settings: settings(declared) });
    const above = createUser(signedIn(world.people.kelly), asking('Delegated Admin - Administrator'));
    expect((await problemOf(above)).message).toMatch(/^“app_metadata.roles” was stopped/);
    await expect(
      createUser(signedIn(world.people.kelly), asking('Delegated Admin - Auditor')),
    ).resolves.toBeDefined();
  });
});

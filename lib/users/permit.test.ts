import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Action, actions } from '#lib/auth0/proofs.ts';
import { type People, putPeople, signedIn } from '#lib/testing/people.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { permit, permitToSee } from './permit.ts';

let tenant: TestTenant;
let people: People;

beforeAll(async () => {
  tenant = await startTestTenant('own');
  people = await putPeople(tenant);
  await tenant.putUser({ user_id: 'auth0|fin', name: 'Fin', app_metadata: { department: 'Finance' } });
  await tenant.putUser({ user_id: 'auth0|hr', name: 'Hanna', app_metadata: { department: 'HR' } });
  await tenant.putUser({
    user_id: 'samlp|acme|a/b?c#d%e:f|g',
    name: 'Odd',
    app_metadata: { department: 'Finance' },
  });
  await tenant.putUser({
    user_id: 'auth0|finance-operator',
    app_metadata: { department: 'Finance', authorization: { roles: ['Delegated Admin - Operator'] } },
  });
});

afterAll(() => tenant.stop());

const ownDepartment = `function (ctx, callback) {
  var own = ctx.request.user.app_metadata.department;
  if (ctx.payload.user.app_metadata.department !== own) return callback(new Error('Not your department.'));
  if (ctx.payload.action === 'change:email') return callback(new Error('E-mail addresses are kept by IT.'));
  callback();
}`;
const filterOwn = `function (ctx, callback) {
  callback(null, 'app_metadata.department:"' + ctx.request.user.app_metadata.department + '"');
}`;

beforeEach(() => tenant.setHooks({ access: ownDepartment }));

const notFound = {
  code: 'not-found',
  message: 'There is no such user, or it is not one of yours.',
};

describe('permit', () => {
  test('lets Kelly change a user of Finance, with one call to the tenant', async () => {
    const calls = await tenant.callsOf(async () => {
      const permitted = await permit(signedIn(people.kelly), 'auth0|fin', ['change:profile', 'block:user']);
      expect(permitted.user.name).toBe('Fin');
    });
    expect(calls).toEqual(['GET /users/auth0%7Cfin']);
  });

  test('opens ids that hold the signs of addresses', async () => {
    const { user } = await permit(signedIn(people.kelly), 'samlp|acme|a/b?c#d%e:f|g', 'read:user');
    expect(user.name).toBe('Odd');
  });

  test.each(['auth0|hr', 'auth0|nobody', '..', '', '.', 'auth0|..', 'auth0|../../logs', 'auth0|fin/roles'])(
    'says the same of %j, whether there is such a user or not',
    async (userId) => {
      await expect(permit(signedIn(people.kelly), userId, 'read:user')).rejects.toMatchObject(notFound);
      await expect(permit(signedIn(people.kelly), userId, 'change:profile')).rejects.toMatchObject(notFound);
    },
  );

  test.each(['..', '', 'auth0|..', 'auth0|../../logs'])(
    'asks the tenant nothing about %j',
    async (userId) => {
      const calls = await tenant.callsOf(() =>
        permit(signedIn(people.kelly), userId, 'read:user').catch(() => undefined),
      );
      expect(calls).toEqual([]);
    },
  );

  test('gives the hook’s own sentence for an action that it refuses on a user who may be seen', async () => {
    await expect(permit(signedIn(people.kelly), 'auth0|fin', 'change:email')).rejects.toMatchObject({
      code: 'refused-by-hook',
      message: 'E-mail addresses are kept by IT.',
      details: { hook: 'access' },
    });
  });

  test('holds the filter for a single user too', async () => {
    await tenant.setHooks({ access: 'function (ctx, cb) { cb(); }', filter: filterOwn });
    await expect(permit(signedIn(people.kelly), 'auth0|hr', 'read:user')).rejects.toMatchObject(notFound);
    expect((await permit(signedIn(people.kelly), 'auth0|fin', 'read:user')).user.name).toBe('Fin');
  });

  test('without an access hook reaches as far as the filter, and without both only for an Administrator', async () => {
    await tenant.setHooks({ filter: filterOwn });
    expect((await permit(signedIn(people.kelly), 'auth0|fin', 'change:email')).user.name).toBe('Fin');
    await expect(permit(signedIn(people.kelly), 'auth0|hr', 'change:email')).rejects.toMatchObject(notFound);
    await tenant.setHooks({});
    await expect(permit(signedIn(people.kelly), 'auth0|fin', 'read:user')).rejects.toMatchObject(notFound);
    expect((await permit(signedIn(people.ivan), 'auth0|hr', 'read:user')).user.name).toBe('Hanna');
  });

  test.each(['', 'null, true', 'null, false', 'null, 0', 'null, "no"', 'null, [1]', 'null, null'])(
    'takes cb(%s) of the access hook for a yes, and shows the whole user',
    async (answer) => {
      await tenant.setHooks({ access: `function (ctx, cb) { cb(${answer}); }` });
      const { seenAs, permitted } = await permitToSee(signedIn(people.kelly), 'auth0|fin');
      expect(seenAs).toEqual(permitted.user);
      expect((await permit(signedIn(people.kelly), 'auth0|fin', 'change:email')).user.name).toBe('Fin');
    },
  );

  test('takes an object for a mask on read:user, and for a yes on every other action', async () => {
    await tenant.setHooks({
      access: 'function (ctx, cb) { cb(null, { name: "F.", user_id: "auth0|hr" }); }',
    });
    const { seenAs } = await permitToSee(signedIn(people.kelly), 'auth0|fin');
    expect(seenAs).toEqual({ name: 'F.', user_id: 'auth0|fin' });
    expect((await permit(signedIn(people.kelly), 'auth0|fin', 'change:email')).user.name).toBe('Fin');
  });

  test('takes the role that the action needs', async () => {
    const amir = signedIn(people.amir);
    expect((await permit(amir, 'auth0|hr', 'read:user')).user.name).toBe('Hanna');
    for (const action of actions.filter((one) => !one.startsWith('read:'))) {
      await expect(permit(amir, 'auth0|hr', action)).rejects.toMatchObject({ code: 'not-allowed' });
    }
    await expect(permit(signedIn(people.pia), 'auth0|hr', 'read:user')).rejects.toMatchObject({
      code: 'no-role',
    });
  });

  test.each<[string, string]>([
    ['throws', 'null.x'],
    ['never calls back', ''],
    ['loops', 'while (true) {}'],
    ['rejects', 'return Promise.reject(new Error("no"))'],
  ])('lets nobody through when the access hook %s', async (_, body) => {
    await tenant.setHooks({ access: `function (ctx, cb) { ${body} }` });
    await expect(permit(signedIn(people.kelly), 'auth0|fin', 'read:user')).rejects.toMatchObject({
      code: 'hook-failed',
    });
  });
});

describe('whatever the hooks say', () => {
  // It speaks of the actions that no hook permits by its silence.
  beforeEach(() =>
    tenant.setHooks({ access: 'function (ctx, cb) { /* read:roles, change:roles */ cb(); }' }),
  );
  const changes = actions.filter((action) => !action.startsWith('read:'));

  test.each(changes)(
    '%s is refused on somebody with more rights, and permitted on others',
    async (action) => {
      const kelly = signedIn(people.kelly);
      await expect(permit(kelly, 'auth0|finance-operator', action)).rejects.toMatchObject({
        code: 'refused-by-guard',
        message: 'This user has more rights in this console than you have.',
      });
      expect((await permit(kelly, 'auth0|fin', action)).user.name).toBe('Fin');
      const olga = signedIn(people.olga);
      expect((await permit(olga, 'auth0|finance-operator', action)).user.user_id).toBe(
        'auth0|finance-operator',
      );
    },
  );

  test('such a user can still be looked at', async () => {
    const { user } = await permit(signedIn(people.kelly), 'auth0|finance-operator', 'read:user');
    expect(user.user_id).toBe('auth0|finance-operator');
  });

  test.each<Action>(['delete:user', 'block:user'])('nobody does %s to themselves', async (action) => {
    await expect(permit(signedIn(people.ivan), 'auth0|ivan', action)).rejects.toMatchObject({
      code: 'refused-by-guard',
    });
    expect((await permit(signedIn(people.ivan), 'auth0|kelly', action)).user.name).toBe('Kelly');
  });

  test('a change of one’s own profile is for the hooks to decide', async () => {
    expect((await permit(signedIn(people.kelly), 'auth0|kelly', 'change:profile')).user.name).toBe('Kelly');
  });
});

test('permitToSee says for every action whether it is permitted, or why not', async () => {
  const { actions: ofKelly } = await permitToSee(signedIn(people.kelly), 'auth0|fin');
  expect(Object.keys(ofKelly)).toEqual([...actions]);
  expect(ofKelly['change:profile']).toEqual({ permitted: true });
  expect(ofKelly['change:email']).toEqual({ permitted: false, reason: 'E-mail addresses are kept by IT.' });
  const { actions: ofAmir } = await permitToSee(signedIn(people.amir), 'auth0|hr');
  expect(ofAmir['change:profile']).toMatchObject({ permitted: false });
});

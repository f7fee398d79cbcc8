import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { User } from '#lib/auth0/user.ts';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { editAs, ninaOfFinance } from '#lib/testing/edit.ts';
import { type People, putPeople, signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { bodiesSentBy } from '#lib/testing/sent-bodies.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { editUserForm } from './form.ts';
import { getUser } from './get-user.ts';
import { guardUpdate } from './guard.ts';
import { listUsers } from './list-users.ts';
import { policyFor } from './policy.ts';
import { changesIn } from './update-parts.ts';
import { updateUser } from './update-user.ts';

let tenant: TestTenant;
let people: People;
let nina: User;

beforeAll(async () => {
  tenant = await startTestTenant('own');
});
beforeEach(async () => {
  await tenant.reset();
  people = await putPeople(tenant);
  nina = await tenant.putUser(ninaOfFinance);
});
afterAll(async () => {
  await tenant.stop();
  await closeHookPool();
});

const settings = `(ctx, callback) => callback(null, { membershipProperty: 'app_metadata.department',
  userFields: [{ property: 'name', create: true, edit: true }] })`;
const permitting = '(ctx, callback) => callback()';
const deny = (action: string) => `(ctx, callback) =>
  callback(ctx.payload.action === '${action}' ? new Error('Not by policy.') : null)`;

describe('a key that changes what the others mean', () => {
  const write = (json: string) => `(ctx, callback) => callback(null, JSON.parse('${json}'))`;

  test.each([
    '{"name":"Nina Two","__proto__":{"password":"Correct-horse-8","connection":"Contractors"}}',
    '{"name":"Nina Two","constructor":{"prototype":{"password":"Correct-horse-8"}}}',
    '{"name":"Nina Two","user_metadata":{"__proto__":{"title":"Head"}}}',
    '{"name":"Nina Two"}',
  ])('is dropped from a hook’s answer, and the rest is sent: %s', async (json) => {
    await tenant.setHooks({ access: permitting, settings, write: write(json) });
    const bodies = await bodiesSentBy(() => editAs(people.kelly, nina.user_id, { name: 'Nina Two' }));
    expect(bodies).toEqual([{ name: 'Nina Two' }]);
  });

  test('stays a key of its own beyond the sandbox too, where the guard sees and stops it', async () => {
    const changes = changesIn(JSON.parse('{"name":"Nina Two","__proto__":{"password":"x"}}'), nina);
    expect(Object.keys(changes)).toEqual(['name', '__proto__']);
    expect(changes.password).toBeUndefined();
    const policy = await policyFor(signedIn(people.kelly));
    const guarded = guardUpdate(signedIn(people.kelly), policy, nina, [], changes);
    expect((await problemOf(guarded)).message).toMatch(/^“__proto__” was stopped/);
  });

  test('a right that stands only behind __proto__ gives nobody any', async () => {
    const odd = JSON.parse(
      '{"department":"Finance","__proto__":{"roles":["Delegated Admin - Administrator"]}}',
    );
    const poor = signedIn({ user_id: 'auth0|poor', app_metadata: odd });
    expect(poor.scope).toEqual([]);
    expect(signedIn(people.ivan).scope).toContain('manage:config');
  });
});

describe('what a form says of how it was opened', () => {
  const values = { name: 'Nina Two' };

  test.each([
    ['nothing', {}],
    [
      'more than it showed',
      { name: 'Nina Özdemir', email: 'nina@example.com', blocked: true, user_id: 'auth0|x' },
    ],
  ])('%s: never widens what is written', async (_, extra) => {
    await tenant.setHooks({ access: permitting, settings });
    const { loaded } = await editUserForm(signedIn(people.kelly), nina.user_id);
    const input = { userId: nina.user_id, loaded: { ...loaded, ...extra }, values };
    expect(await bodiesSentBy(() => updateUser(signedIn(people.kelly), input))).toEqual([values]);
  });

  test('a wrong value in it writes nothing, and a denied field stays denied however it is called', async () => {
    await tenant.setHooks({ access: deny('change:email'), settings });
    const { loaded } = await editUserForm(signedIn(people.kelly), nina.user_id);
    const bodies = await bodiesSentBy(async () => {
      const stale = { userId: nina.user_id, loaded: { ...loaded, name: 'Somebody' }, values };
      expect(await problemOf(updateUser(signedIn(people.kelly), stale))).toMatchObject({
        code: 'changed-meanwhile',
      });
      const email = 'other@example.com';
      const denied = { userId: nina.user_id, loaded: { ...loaded, email }, values: { email } };
      expect(await problemOf(updateUser(signedIn(people.kelly), denied))).toMatchObject({
        code: 'refused-by-hook',
        message: 'Not by policy.',
      });
    });
    expect(bodies).toEqual([]);
  });
});

describe('a filter hook that cannot be used', () => {
  test.each([
    ['throws', "throw new Error('Boom');"],
    ['answers a number', 'callback(null, 7);'],
    ['answers true', 'callback(null, true);'],
    ['answers an object without a query', "callback(null, { filter: 'name:N*' });"],
    ['answers half a query', "callback(null, 'app_metadata.department:\"Finance');"],
    ['answers a list', "callback(null, ['name:Nina']);"],
    ['never answers', ''],
  ])('%s: nobody is listed, opened or changed', async (_, body) => {
    await tenant.setHooks({ access: permitting, settings, filter: `function (ctx, callback) { ${body} }` });
    const kelly = () => signedIn(people.kelly);
    const everything = { search: '', sort: { by: 'name', descending: false }, page: 1, perPage: 25 } as const;
    const bodies = await bodiesSentBy(async () => {
      for (const attempt of [
        () => listUsers(kelly(), everything),
        () => getUser(kelly(), nina.user_id),
        () => editUserForm(kelly(), nina.user_id),
        () => updateUser(kelly(), { userId: nina.user_id, loaded: {}, values: { name: 'Nina Two' } }),
      ]) {
        const problem = await problemOf(attempt());
        expect(problem).toMatchObject({ code: 'hook-failed', hook: 'filter' });
        expect(problem.message).not.toContain('Nina');
      }
    });
    expect(bodies).toEqual([]);
    await tenant.setHooks({
      access: permitting,
      settings,
      filter: "(ctx, callback) => callback(null, 'name:Nina*')",
    });
    expect((await getUser(kelly(), nina.user_id)).displayName).toBe('Nina Özdemir');
  });
});

describe('an access hook that changes what it was given', () => {
  test('for one row: the next rows and the next request see the original manager and user', async () => {
    const spoiling = `function (ctx, callback) {
      var mine = ctx.request.user.app_metadata.department === ctx.payload.user.app_metadata.department;
      ctx.request.user.app_metadata.department = 'HR';
      ctx.payload.user.app_metadata.department = 'HR';
      callback(mine ? null : new Error('Not yours.'));
    }`;
    await tenant.putUser({ user_id: 'auth0|hr', name: 'A in HR', app_metadata: { department: 'HR' } });
    await tenant.setHooks({ access: spoiling, settings });
    for (let turn = 0; turn < 2; turn++) {
      const everything = {
        search: '',
        sort: { by: 'name', descending: false },
        page: 1,
        perPage: 25,
      } as const;
      const { rows } = await listUsers(signedIn(people.kelly), everything);
      expect(rows.map(({ name, memberships }) => [name, memberships])).toEqual([
        ['Kelly', ['Finance']],
        ['Nina Özdemir', ['Finance']],
      ]);
      const hr = getUser(signedIn(people.kelly), 'auth0|hr');
      expect(await problemOf(hr)).toMatchObject({ code: 'not-found' });
    }
  });
});

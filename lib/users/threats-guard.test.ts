import { describe, expect, test } from 'vitest';
import { editAs } from '#lib/testing/edit.ts';
import { worldOfEdits } from '#lib/testing/edit-world.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { bodiesSentBy } from '#lib/testing/sent-bodies.ts';
import { editUserForm } from './form/form.ts';
import { getUser } from './get-user.ts';
import { guardUpdate } from './guard.ts';
import { listUsers } from './list/list-users.ts';
import { policyFor } from './policy/policy.ts';
import { changesIn } from './update/update-parts.ts';
import { updateUser } from './update-user.ts';

const world = worldOfEdits('own');

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
    await world.tenant.setHooks({ access: permitting, settings, write: write(json) });
    const bodies = await bodiesSentBy(() =>
      editAs(world.people.kelly, world.nina.user_id, { name: 'Nina Two' }),
    );
    expect(bodies).toEqual([{ name: 'Nina Two' }]);
  });

  test('stays a key of its own beyond the sandbox too, where the guard sees and stops it', async () => {
    const changes = changesIn(JSON.parse('{"name":"Nina Two","__proto__":{"password":"x"}}'), world.nina);
    expect(Object.keys(changes)).toEqual(['name', '__proto__']);
    expect(changes.password).toBeUndefined();
    const policy = await policyFor(signedIn(world.people.kelly));
    const guarded = guardUpdate(signedIn(world.people.kelly), policy, world.nina, [], changes);
    expect((await problemOf(guarded)).message).toMatch(/^“__proto__” was stopped/);
  });

  test('a right that stands only behind __proto__ gives nobody any', async () => {
    const odd = JSON.parse(
      '{"department":"Finance","__proto__":{"roles":["Delegated Admin - Administrator"]}}',
    );
    const poor = signedIn({ user_id: 'auth0|poor', app_metadata: odd });
    expect(poor.scope).toEqual([]);
    expect(signedIn(world.people.ivan).scope).toContain('manage:config');
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
    await world.tenant.setHooks({ access: permitting, settings });
    const { loaded } = await editUserForm(signedIn(world.people.kelly), world.nina.user_id);
    const input = { userId: world.nina.user_id, loaded: { ...loaded, ...extra }, values };
    expect(await bodiesSentBy(() => updateUser(signedIn(world.people.kelly), input))).toEqual([values]);
  });

  test('a wrong value in it writes nothing, and a denied field stays denied however it is called', async () => {
    await world.tenant.setHooks({ access: deny('change:email'), settings });
    const { loaded } = await editUserForm(signedIn(world.people.kelly), world.nina.user_id);
    const bodies = await bodiesSentBy(async () => {
      const stale = { userId: world.nina.user_id, loaded: { ...loaded, name: 'Somebody' }, values };
      expect(await problemOf(updateUser(signedIn(world.people.kelly), stale))).toMatchObject({
        code: 'changed-meanwhile',
      });
      const email = 'other@example.com';
      const denied = { userId: world.nina.user_id, loaded: { ...loaded, email }, values: { email } };
      expect(await problemOf(updateUser(signedIn(world.people.kelly), denied))).toMatchObject({
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
    await world.tenant.setHooks({
      access: permitting,
      settings,
      filter: `function (ctx, callback) { ${body} }`,
    });
    const kelly = () => signedIn(world.people.kelly);
    const everything = { search: '', sort: { by: 'name', descending: false }, page: 1, perPage: 25 } as const;
    const bodies = await bodiesSentBy(async () => {
      for (const attempt of [
        () => listUsers(kelly(), everything),
        () => getUser(kelly(), world.nina.user_id),
        () => editUserForm(kelly(), world.nina.user_id),
        () => updateUser(kelly(), { userId: world.nina.user_id, loaded: {}, values: { name: 'Nina Two' } }),
      ]) {
        const problem = await problemOf(attempt());
        expect(problem).toMatchObject({ code: 'hook-failed', hook: 'filter' });
        expect(problem.message).not.toContain('Nina');
      }
    });
    expect(bodies).toEqual([]);
    await world.tenant.setHooks({
      access: permitting,
      settings,
      filter: "(ctx, callback) => callback(null, 'name:Nina*')",
    });
    expect((await getUser(kelly(), world.nina.user_id)).displayName).toBe('Nina Özdemir');
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
    await world.tenant.putUser({ user_id: 'auth0|hr', name: 'A in HR', app_metadata: { department: 'HR' } });
    await world.tenant.setHooks({ access: spoiling, settings });
    for (let turn = 0; turn < 2; turn++) {
      const everything = {
        search: '',
        sort: { by: 'name', descending: false },
        page: 1,
        perPage: 25,
      } as const;
      const { rows } = await listUsers(signedIn(world.people.kelly), everything);
      expect(rows.map(({ name, memberships }) => [name, memberships])).toEqual([
        ['Kelly', ['Finance']],
        ['Nina Özdemir', ['Finance']],
      ]);
      const hr = getUser(signedIn(world.people.kelly), 'auth0|hr');
      expect(await problemOf(hr)).toMatchObject({ code: 'not-found' });
    }
  });
});

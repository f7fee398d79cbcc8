import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signedIn } from '#lib/testing/people.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import type { UserListInput } from '../user-view.ts';
import { listUsers } from './list-users.ts';

let tenant: TestTenant;

beforeAll(async () => {
  tenant = await startTestTenant('own');
  for (const name of ['Ann', 'Ben', 'Secret Cora', 'Dan']) {
    await tenant.putUser({
      user_id: `auth0|${name}`,
      name,
      email: `${name.replace(' ', '.').toLowerCase()}@example.com`,
      user_metadata: { salary: 4_200, shoeSize: name.length },
    });
  }
});

afterAll(() => tenant.stop());
beforeEach(() => tenant.setHooks({}));

const list: UserListInput = {
  search: '',
  sort: { by: 'name', descending: false },
  page: 1,
  perPage: 25,
};

const manager = (role: string) =>
  signedIn({ user_id: 'auth0|manager', app_metadata: { roles: [`Delegated Admin - ${role}`] } });

const permitting = 'function (ctx, callback) { callback(); }';
const refusingCora = `function (ctx, callback) {
  callback(/Cora/.test(ctx.payload.user.name) ? new Error('Not yours: ' + ctx.payload.user.name) : null);
}`;

describe('with an access hook', () => {
  test('a refused user drops out, the rest is shown, and no total tells of anybody else', async () => {
    await tenant.setHooks({ access: refusingCora, filter: permitting });
    const answer = await listUsers(manager('User'), list);
    expect(answer.rows.map(({ name }) => name)).toEqual(['Ann', 'Ben', 'Dan']);
    expect(answer.total).toBe(3);
    expect(JSON.stringify(answer)).not.toContain('Cora');
  });

  test('the total is shown where the filter speaks for the whole list and nobody drops out', async () => {
    await tenant.setHooks({ access: refusingCora, filter: 'function (ctx, cb) { cb(null, "name:Ann"); }' });
    expect(await listUsers(manager('User'), list)).toMatchObject({ total: 1, rows: [{ name: 'Ann' }] });
    await tenant.setHooks({ access: permitting, filter: permitting });
    expect((await listUsers(manager('User'), list)).total).toBe(4);
  });

  test('without a filter hook those are counted whom one page shows', async () => {
    await tenant.setHooks({ access: refusingCora });
    const answer = await listUsers(manager('User'), list);
    expect(answer.rows).toHaveLength(3);
    expect(answer.total).toBe(3);
  });

  test('a mask is all that a row holds of a user', async () => {
    await tenant.setHooks({
      access: `(ctx, callback) => callback(null, { name: ctx.payload.user.name[0] + '.', user_id: 'auth0|other' })`,
      settings: `(ctx, callback) => callback(null, { userFields: [
        { property: 'user_metadata.salary', search: true },
      ] })`,
    });
    const answer = await listUsers(manager('User'), list);
    expect(answer.rows[0]).toMatchObject({
      userId: 'auth0|Ann',
      name: 'A.',
      email: null,
      cells: { 'user_metadata.salary': null },
    });
    expect(JSON.stringify(answer)).not.toMatch(/4200|@example\.com/);
  });

  test('a hook that fails on one user hides that user alone, and says nothing of them', async () => {
    await tenant.setHooks({
      access: `function (ctx, callback) {
        if (/Cora/.test(ctx.payload.user.name)) throw new Error('bad data: ' + ctx.payload.user.name);
        callback();
      }`,
      filter: permitting,
    });
    const answer = await listUsers(manager('User'), list);
    expect(answer.rows).toHaveLength(3);
    expect(JSON.stringify(answer)).not.toContain('Cora');
  });

  test('a hook that fails on everybody ends in a sentence with the line, without what it read', async () => {
    await tenant.setHooks({ access: '\nfunction (ctx, cb) { throw new Error(ctx.payload.user.name); }' });
    await expect(listUsers(manager('User'), list)).rejects.toMatchObject({
      code: 'hook-failed',
      message: 'The access hook failed on line 2, so nothing can be shown or changed. Tell an administrator.',
    });
    await expect(listUsers(manager('Administrator'), list)).rejects.toMatchObject({
      code: 'hook-failed',
      message: expect.stringContaining('Ann'),
    });
  });
});

describe('without an access hook', () => {
  test('the filter alone decides', async () => {
    await tenant.setHooks({ filter: 'function (ctx, cb) { cb(null, { query: "name:Dan" }); }' });
    expect(await listUsers(manager('User'), list)).toMatchObject({ total: 1, rows: [{ name: 'Dan' }] });
  });

  test.each([
    ['no filter hook', {}],
    ['a filter hook that narrows nothing', { filter: permitting }],
  ])('and %s, only an Administrator sees users', async (_, hooks) => {
    await tenant.setHooks(hooks);
    await expect(listUsers(manager('Operator'), list)).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await listUsers(manager('Administrator'), list)).total).toBe(4);
  });
});

describe('a filter hook that narrows nothing', () => {
  test.each(['', 'null', 'null, ""', 'null, "  "', 'null, null', 'null, {query: ""}', 'null, {query: null}'])(
    'cb(%s): users are reached as far as the access hook lets through',
    async (answer) => {
      await tenant.setHooks({ access: refusingCora, filter: `(ctx, cb) => cb(${answer})` });
      const { rows } = await listUsers(manager('User'), list);
      expect(rows.map(({ name }) => name)).toEqual(['Ann', 'Ben', 'Dan']);
    },
  );
});

describe('a filter hook that cannot be used', () => {
  test.each([
    ['a query that does not parse', 'cb(null, "name:(Ann")'],
    ['a query that the tenant does not search for', 'cb(null, "user_metadata.title:Head*")'],
    ['a number', 'cb(null, 5)'],
    ['an array', 'cb(null, ["name:Ann"])'],
    ['an object with another query', 'cb(null, { query: ["name:Ann"] })'],
    ['an object without a query', 'cb(null, { q: "name:Ann" })'],
    ['nothing at all', ''],
    ['an exception', 'null.x'],
  ])('%s shows nobody and names the hook', async (_, body) => {
    await tenant.setHooks({ access: permitting, filter: `function (ctx, cb) { ${body} }` });
    await expect(listUsers(manager('Administrator'), list)).rejects.toMatchObject({
      code: 'hook-failed',
      details: { hook: 'filter' },
    });
  });
});

describe('the settings hook', () => {
  test('adds, computes, relabels, orders and removes columns', async () => {
    await tenant.setHooks({
      access: permitting,
      settings: `(ctx, callback) => callback(null, { userFields: [
        { property: 'user_metadata.shoeSize', label: 'Shoes', search: { listOrder: 0.5, sort: true },
          display: (function (user, value) { return user.name + ' wears ' + value[0]; }).toString() },
        { property: 'created_at', label: 'Since', search: { sort: true } },
        { property: 'logins_count', search: false },
        { property: 'email', search: false },
      ] })`,
    });
    const answer = await listUsers(manager('User'), list);
    expect(answer.columns.map(({ label, sortBy }) => [label, sortBy])).toEqual([
      ['Name', 'name'],
      ['Shoes', null],
      ['Memberships', null],
      ['Last login', 'last_login'],
      ['Connection', null],
      ['Status', null],
      ['Since', 'created_at'],
    ]);
    expect(answer.rows[0]?.cells['user_metadata.shoeSize']).toBe('Ann wears 3');
    expect(answer.rows[0]?.cells.created_at).toMatch(/^\d+ \w+ 20\d\d$/);
    expect(answer.rows[0]?.email).toBeNull();
  });
});

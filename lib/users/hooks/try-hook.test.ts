import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '#lib/json.ts';
import { customDataOf } from '#lib/state/custom-data.ts';
import { closeState, openState } from '#lib/state/state.ts';
import { answering, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { freshStateFolder } from '#lib/testing/state-folder.ts';
import { consoleView } from '../console-view.ts';
import { getHook } from './get-hook.ts';
import { listHooks } from './list-hooks.ts';
import { tryHook } from './try-hook.ts';

let folder: string;

beforeAll(async () => {
  folder = await freshStateFolder();
  Object.assign(process.env, { STATE_DIR: folder });
});
const world = worldWithOwnHooks();
// As at the start of the server.
beforeAll(openState);
afterAll(async () => {
  await closeState();
  await rm(folder, { recursive: true });
});
const ivan = () => signedIn(world.people.ivan);

const tried = (text: string, ctx: Json = {}) =>
  tryHook(ivan(), { hook: 'write', text, ctx: JSON.stringify(ctx) });

describe('hooks are for Administrators', () => {
  test.each([
    ['Kelly, who manages users', 'kelly', 'not-allowed'],
    ['Olga, an Operator', 'olga', 'not-allowed'],
    ['Amir, an Auditor', 'amir', 'not-allowed'],
    ['Pia, who has no role', 'pia', 'no-role'],
  ] as const)('%s, is refused the list, a hook and its trial', async (_, name, code) => {
    await world.tenant.setHooks({ write: answering({}) });
    const manager = () => signedIn(world.people[name]);
    const run = 'function (ctx, callback) { callback(null, 1); }';
    expect((await problemOf(listHooks(manager()))).code).toBe(code);
    expect((await problemOf(getHook(manager(), 'write'))).code).toBe(code);
    expect((await problemOf(tryHook(manager(), { hook: 'write', text: run, ctx: '{}' }))).code).toBe(code);
    expect((await consoleView(manager())).maySeeHooks).toBe(false);
  });

  test('Ivan, an Administrator, has all three', async () => {
    await world.tenant.setHooks({ write: answering({}) });
    expect(await listHooks(ivan())).toHaveLength(6);
    expect((await getHook(ivan(), 'write')).text).toBe(answering({}));
    expect((await tried('(ctx, callback) => callback(null, 1)')).outcome).toEqual({ ok: true, answer: 1 });
    expect((await consoleView(ivan())).maySeeHooks).toBe(true);
  });
});

describe('the list of hooks', () => {
  test('says where each comes from, and what is wrong with it', async () => {
    await world.tenant.setHooks({
      write: answering({}),
      filter: 'function (ctx, callback) {\n  callback(;\n}',
    });
    const rows = await listHooks(ivan());
    const folder = process.env.HOOKS_DIR;
    expect(rows.map(({ name, state }) => [name, state])).toEqual([
      ['access', 'absent'],
      ['filter', 'unusable'],
      ['write', 'usable'],
      ['memberships', 'absent'],
      ['settings', 'absent'],
      ['customDomain', 'absent'],
    ]);
    expect(rows[1]?.fault).toMatchObject({ code: 'syntax', line: 2 });
    expect(rows[2]?.file).toBe(`${folder}/write.js`);
    expect(rows[0]?.file).toBe(`${folder}/access.js`);
  });

  test('is there while the settings hook fails', async () => {
    await world.tenant.setHooks({ settings: '(ctx, callback) => callback(new Error("closed"))' });
    expect(await listHooks(ivan())).toHaveLength(6);
    expect((await getHook(ivan(), 'settings')).text).toContain('closed');
  });

  test('has no hook of another name', async () => {
    expect((await problemOf(getHook(ivan(), '../write'))).code).toBe('not-found');
  });
});

describe('the ctx to begin with', () => {
  const presetOf = async (name: string) => JSON.parse((await getHook(ivan(), name)).ctx);

  test('holds the manager, and what the hook is given', async () => {
    await world.tenant.setHooks({
      access: '(ctx, callback) => callback()',
      memberships: answering(['Finance', 'HR']),
      settings: answering({ connections: ['Staff'], userFields: [{ property: 'name' }] }),
    });
    const user = { user_id: 'auth0|ivan', app_metadata: { department: 'IT' }, scope: expect.any(Array) };
    expect(await presetOf('access')).toMatchObject({
      request: { user },
      payload: { action: 'read:user', user: { app_metadata: { department: 'IT' } } },
    });
    expect(await presetOf('filter')).toMatchObject({ payload: { search: '' } });
    expect(await presetOf('memberships')).toMatchObject({ payload: { user: { user_id: 'auth0|ivan' } } });
    expect(await presetOf('settings')).toMatchObject({ locale: 'en' });
    expect(await presetOf('customDomain')).toMatchObject({ method: 'create', request: { user } });
    expect(await presetOf('write')).toMatchObject({
      method: 'create',
      payload: { connection: 'Staff', memberships: ['Finance'] },
      defaultPayload: { app_metadata: { memberships: ['Finance'] } },
      userFields: [{ property: 'name' }],
    });
  });

  test('gives nobody the roles of the one who tries', async () => {
    await world.tenant.setHooks({ access: '(ctx, callback) => callback()' });
    expect((await presetOf('access')).payload.user.app_metadata).not.toHaveProperty('roles');
  });

  test('shows no more of the manager than the hooks allow', async () => {
    const masks = '(ctx, callback) => callback(null, { user_id: ctx.payload.user.user_id, name: "Masked" })';
    await world.tenant.setHooks({ access: masks });
    expect((await presetOf('filter')).request.user).toMatchObject({ name: 'Masked' });
    expect((await presetOf('filter')).request.user).not.toHaveProperty('app_metadata');
    await world.tenant.setHooks({
      access: '(ctx, callback) => callback()',
      settings: answering({ suppressRawData: true }),
    });
    expect((await presetOf('filter')).request.user).not.toHaveProperty('app_metadata');
  });
});

describe('trying a hook', () => {
  test('shows its answer, its log and its time', async () => {
    const trial = await tried(
      '(ctx, callback) => { ctx.log("seen", ctx.n); callback(null, { n: ctx.n + 1 }); }',
      { n: 1 },
    );
    expect(trial).toEqual({
      outcome: { ok: true, answer: { n: 2 } },
      log: ['seen 1'],
      ms: expect.any(Number),
    });
    expect((await tried('(ctx, callback) => callback()')).outcome).toEqual({ ok: true });
  });

  test('shows what it refuses with, and where it fails', async () => {
    const refused = await tried(
      "(ctx, callback) => callback(Object.assign(new Error('Not on Sundays.'), { status: 409 }))",
    );
    expect(refused.outcome).toMatchObject({
      ok: false,
      fault: { code: 'refused', message: 'Not on Sundays.', status: 409 },
    });
    const threw = await tried('(ctx, callback) => {\n  ctx.nobody.home();\n}');
    expect(threw.outcome).toMatchObject({
      ok: false,
      fault: { code: 'threw', line: 2, column: expect.any(Number) },
    });
    expect((await tried('(ctx')).outcome).toMatchObject({ ok: false, fault: { code: 'syntax', line: 1 } });
  });

  test('runs in the sandbox, under its limits', async () => {
    expect((await tried('(ctx, callback) => callback(null, typeof process)')).outcome).toEqual({
      ok: true,
      answer: 'undefined',
    });
    expect((await tried("(ctx, callback) => require('fs')")).outcome).toMatchObject({
      ok: false,
      fault: { code: 'threw' },
    });
    expect((await tried('(ctx, callback) => { for (;;) {} }')).outcome).toMatchObject({
      ok: false,
      fault: { code: 'cpu-limit' },
    });
  });

  test('sends nothing to the tenant', async () => {
    const manager = ivan();
    const ctx = '{}';
    const text =
      '(ctx, callback) => callback(null, { email: "new@example.com", connection: "Username-Password-Authentication" })';
    expect(await world.tenant.callsOf(() => tryHook(manager, { hook: 'write', text, ctx }))).toEqual([]);
  });

  test('reads the custom data as they stand, and keeps nothing that it writes to them or to ctx.global', async () => {
    const data = customDataOf(world.tenant.url);
    await data.write(JSON.stringify({ kept: 1 }), undefined);
    const text = `async (ctx) => {
      const before = [ctx.global.trial, await ctx.read()];
      ctx.global.trial = 1;
      await ctx.write({ own: 1 });
      return [...before, await ctx.read()];
    }`;
    for (let i = 0; i < 3; i++) {
      expect((await tried(text)).outcome).toEqual({ ok: true, answer: [null, { kept: 1 }, { own: 1 }] });
    }
    expect(JSON.parse((await data.read()).json)).toEqual({ kept: 1 });
  });

  test('needs a ctx that is a JSON object, and says what is wrong with it', async () => {
    const run = (ctx: string) => tryHook(ivan(), { hook: 'write', text: '(ctx, cb) => cb()', ctx });
    expect(await problemOf(run('{ "a": }'))).toMatchObject({
      code: 'invalid-input',
      fields: { ctx: expect.stringContaining('This is no JSON') },
    });
    expect(await problemOf(run('[]'))).toMatchObject({
      fields: { ctx: 'This must be a JSON object, in braces.' },
    });
    expect((await run('{}')).outcome).toEqual({ ok: true });
  });
});

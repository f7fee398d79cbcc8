import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { editAs } from '#lib/testing/edit.ts';
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

const world = worldWithOwnHooks();

/** What is sent when the write hook answers `body` to Kelly's change of Nina's name. */
async function sentFor(body: unknown, hook = answering(body)): Promise<JsonObject[]> {
  await world.tenant.setHooks({ access: defaultAccess, write: hook, settings: settingsHook() });
  return bodiesSentBy(() => editAs(world.people.kelly, world.nina.user_id, { name: 'Nina Two' }));
}

describe('of what a write hook answers on update is sent', () => {
  test.each<[string, JsonObject, JsonObject[]]>([
    ['as it is, what differs', { nickname: 'Ni', name: 'Nina' }, [{ nickname: 'Ni' }]],
    ['nothing, where all equals the user', { name: 'Nina', email: 'NINA@example.com' }, []],
    ['nothing, of an empty object', {}, []],
    [
      'no empty metadata, which would wipe all',
      { name: 'N', user_metadata: {}, app_metadata: {} },
      [{ name: 'N' }],
    ],
    [
      'of metadata only the keys that differ',
      { user_metadata: { title: 'Controller', address: { city: 'Köln' } }, app_metadata: { tags: ['a'] } },
      [{ user_metadata: { address: { city: 'Köln' } } }],
    ],
    [
      'null for a key that is to go',
      { user_metadata: { title: null } },
      [{ user_metadata: { title: null } }],
    ],
    ['no null for a key that is not there', { user_metadata: { office: null }, given_name: null }, []],
    ['no connection by itself', { connection: mainConnection }, []],
    [
      'the request for a verification only with another address',
      { email: 'nina@example.com', verify_email: true, name: 'N' },
      [{ name: 'N' }],
    ],
    [
      'and with one',
      { email: 'two@example.com', verify_email: true },
      [{ email: 'two@example.com', verify_email: true, connection: mainConnection }],
    ],
  ])('%s', async (_what, body, sent) => {
    expect(await sentFor(body)).toEqual(sent);
  });

  test('nothing that is undefined', async () => {
    const hook = `(ctx, callback) => callback(null, { name: undefined, nickname: 'Ni', user_metadata: { title: undefined } })`;
    expect(await sentFor(undefined, hook)).toEqual([{ nickname: 'Ni' }]);
  });

  test('nothing but whole objects of metadata', async () => {
    const problem = await problemOf(sentFor({ user_metadata: null }));
    expect(problem).toMatchObject({ code: 'refused-by-guard', hook: 'write' });
    expect(problem.message).toContain('“user_metadata” was stopped');
  });

  test.each(['"text"', '5', 'true', '[]'])('nothing, and the hook is named, for %s', async (answer) => {
    const problem = await problemOf(sentFor(undefined, `(ctx, callback) => callback(null, ${answer})`));
    expect(problem).toMatchObject({ code: 'hook-failed', hook: 'write' });
    expect(problem.message).toContain('an object');
  });
});

describe('the write hook runs', () => {
  const asking = `async function (ctx, callback) {
    return callback(null, { ...ctx.payload, memberships: undefined, nickname: ctx.method, app_metadata: { department: 'Finance' } });
  }`;

  test('also where there is no settings hook at all', async () => {
    await world.tenant.setHooks({ access: defaultAccess, write: asking });
    const values = { ...omar, connection: mainConnection };
    expect(await bodiesSentBy(() => createUser(signedIn(world.people.kelly), { values }))).toMatchObject([
      { email: 'omar@example.com', nickname: 'create' },
    ]);
    const edited = editAs(world.people.kelly, world.nina.user_id, { password, repeatPassword: password });
    expect(await bodiesSentBy(() => edited)).toMatchObject([{ nickname: 'update' }, { password }]);
  });

  test('as every hook does when all of them are async and answer by returning', async () => {
    await world.tenant.setHooks({
      access: `async (ctx) => { if (ctx.payload.user.name === 'Zoe') throw new Error('Not Zoe.'); return true; }`,
      filter: 'async () => "app_metadata.department:Finance"',
      memberships: 'async () => ({ memberships: ["Finance", "HR"] })',
      settings: `async () => ({ membershipProperty: 'app_metadata.department', userFields: [{ property: 'name', edit: true }] })`,
      write:
        'async (ctx) => ({ name: ctx.payload.name, app_metadata: { department: ctx.payload.memberships[0] } })',
    });
    const edit = (name: string) => editAs(world.people.kelly, world.nina.user_id, { name });
    expect(await bodiesSentBy(() => edit('Nina Two'))).toEqual([{ name: 'Nina Two' }]);
    expect(await problemOf(edit('Zoe'))).toMatchObject({ code: 'hook-failed' });
  });
});

describe('the user who would result is looked at as the tenant would keep them', () => {
  const seeing = (condition: string) => `(ctx, callback) =>
    callback(ctx.payload.action === 'read:user' && !(${condition}) ? new Error('Out of sight.') : null)`;

  test.each([
    ['another address is not verified', 'ctx.payload.user.email_verified', { email: 'two@example.com' }],
    ['an address is in lower case', '!/[A-Z]/.test(ctx.payload.user.email)', { email: 'Two@Example.com' }],
  ])('%s', async (_what, condition, body) => {
    await world.tenant.putUser({ ...world.nina, email_verified: true });
    const hooks = { settings: settingsHook(), memberships: departmentsHook, write: answering(body) };
    await world.tenant.setHooks({ ...hooks, access: seeing(condition) });
    const run = () => editAs(world.people.kelly, world.nina.user_id, { name: 'Nina Two' });
    const isSeen = condition.startsWith('!');
    if (isSeen) await expect(run()).resolves.toMatchObject({ changed: true });
    else expect((await problemOf(run())).message).toContain('Out of sight.');
  });
});

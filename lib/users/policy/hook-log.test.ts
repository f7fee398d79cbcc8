import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultAccess, omar, password, settingsHook, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { createUser } from '../create-user.ts';
import { listUsers } from '../list/list-users.ts';

const world = worldWithOwnHooks();
const kelly = () => signedIn(world.people.kelly);

beforeEach(() => {
  vi.spyOn(console, 'info').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

const logged = () => vi.mocked(console.info).mock.calls.map(([line]) => JSON.parse(String(line)));

test('what hooks log stands in the server’s log with the hook’s name, a list’s rows in one line', async () => {
  const settings = `(ctx, callback) => { ctx.log('asked in', ctx.locale); callback(null, {}); }`;
  const access = `(ctx, callback) => { console.log(ctx.payload.user.name); callback(); }`;
  await world.tenant.setHooks({ settings, access });
  await listUsers(kelly(), { search: '', sort: { by: 'name', descending: false }, page: 1, perPage: 10 });
  const line = { time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/), level: 'info' };
  expect(logged()).toEqual([
    { ...line, message: 'The settings hook logged.', hook: 'settings', log: ['asked in en'] },
    {
      ...line,
      message: 'The access hook logged.',
      hook: 'access',
      log: ['Amir', 'Ivan', 'Kelly', 'Nina', 'Noor', 'Olga', 'Pia'],
    },
  ]);
});

test('a hook that logs all that it is given puts no password there', async () => {
  const odd = `${password}"\\`;
  const write = `function (ctx, callback) {
    ctx.log(ctx); ctx.log(JSON.stringify(ctx.payload)); ctx.log('typed: ' + ctx.payload.password);
    callback(new Error('Looked at.'));
  }`;
  await world.tenant.setHooks({ access: defaultAccess, write, settings: settingsHook() });
  for (const typed of [password, odd]) {
    const values = { ...omar, password: typed, repeatPassword: typed };
    await expect(createUser(kelly(), { values })).rejects.toMatchObject({ message: 'Looked at.' });
  }
  expect(logged()).toHaveLength(2);
  expect(JSON.stringify(logged())).toContain('typed: [password]');
  expect(JSON.stringify(logged())).not.toContain(password);
});

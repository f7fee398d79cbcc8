import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customDataOf } from '#lib/state/custom-data.ts';
import { closeState, openState } from '#lib/state/state.ts';
import { defaultAccess, omar, settingsHook, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { freshStateFolder } from '#lib/testing/state-folder.ts';
import { createUser } from '../create-user.ts';
import { valueAt } from '../form/field-values.ts';
import { listUsers } from '../list/list-users.ts';
import { permit } from '../permit.ts';

let folder: string;

beforeAll(async () => {
  folder = await freshStateFolder();
  Object.assign(process.env, { STATE_DIR: folder, HOOK_WAIT_MS: '60000' });
});
const world = worldWithOwnHooks();
// As at the start of the server.
beforeAll(openState);
afterAll(async () => {
  await closeState();
  await rm(folder, { recursive: true });
});

const customData = () => customDataOf(world.tenant.url);
const standing = async () => JSON.parse((await customData().read()).json);

describe('custom data', () => {
  test('let a write hook number new users, each once, also those who are created at the same time', async () => {
    const write = `function (ctx, callback) {
      ctx.read().then(function (data) {
        data.last = (data.last || 0) + 1;
        return ctx.write(data).then(function () {
          callback(null, { email: ctx.payload.email, password: ctx.payload.password, connection: ctx.payload.connection,
            app_metadata: { department: 'Finance', number: data.last } });
        });
      }).catch(callback);
    }`;
    await world.tenant.setHooks({ access: defaultAccess, write, settings: settingsHook() });
    await customData().write('{}', undefined);
    const kelly = world.people.kelly;
    const created = await Promise.all(
      [1, 2, 3].map((n) =>
        createUser(signedIn(kelly), { values: { ...omar, email: `omar${n}@example.com` } }),
      ),
    );
    const users = await Promise.all(
      created.map(async ({ userId }) => (await permit(signedIn(kelly), userId, 'read:user')).user),
    );
    const given = users.map((user) => Number(valueAt(user, 'app_metadata.number')));
    expect(given.toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
    expect(await standing()).toEqual({ last: 3 });
  });

  test('keep what a hook wrote before it refused, and the user is not created', async () => {
    const write = `async (ctx, callback) => {
      const data = await ctx.read();
      await ctx.write({ refused: (data.refused || []).concat(ctx.payload.email) });
      callback(new Error('Not today.'));
    }`;
    await world.tenant.setHooks({ access: defaultAccess, write, settings: settingsHook() });
    await customData().write('{}', undefined);
    const refusal = await problemOf(createUser(signedIn(world.people.kelly), { values: omar }));
    expect(refusal).toMatchObject({ code: 'refused-by-hook', message: 'Not today.' });
    expect(await standing()).toEqual({ refused: ['omar@example.com'] });
  });

  test('keep what an access hook writes about each user of a page', async () => {
    const access = `async (ctx) => {
      const data = await ctx.read();
      data[ctx.payload.user.user_id] = ctx.payload.action;
      await ctx.write(data);
      return true;
    }`;
    await world.tenant.setHooks({ access, settings: settingsHook() });
    await customData().write('{}', undefined);
    const { rows } = await listUsers(signedIn(world.people.kelly), {
      search: '',
      sort: { by: 'name', descending: false },
      page: 1,
      perPage: 10,
    });
    expect(rows.length).toBeGreaterThan(5);
    const expected = Object.fromEntries(rows.map(({ userId }) => [userId, 'read:user']));
    expect(await standing()).toEqual(expected);
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HookName } from '#lib/hook-runner/hook.ts';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { listUsers } from './list/list-users.ts';
import type { UserListInput } from './user-view.ts';

let tenant: TestTenant;

beforeAll(async () => {
  tenant = await startTestTenant('own');
  for (let at = 10; at < 30; at++) {
    const department = at % 2 === 0 ? 'Finance' : 'HR';
    await tenant.putUser({
      user_id: `auth0|${at}`,
      name: `Person ${at}`,
      email: `${department.toLowerCase()}-${at}@example.com`,
      app_metadata: { department },
    });
  }
});
afterAll(async () => {
  await tenant.stop();
  await closeHookPool();
});

const kelly = signedIn({ user_id: 'auth0|kelly', app_metadata: { roles: ['Delegated Admin - User'] } });
const list = (more: Partial<UserListInput> = {}) =>
  listUsers(kelly, { search: '', sort: { by: 'name', descending: false }, page: 1, perPage: 10, ...more });

const financeOnly = `function (ctx, callback) {
  callback(ctx.payload.user.app_metadata.department === 'Finance' ? null : new Error('Not yours.'));
}`;
/** Each leaves it to the access hook to say who is whose. */
const hooksThatNarrowNothing: [string, { [name in HookName]?: string }][] = [
  ['no filter hook', { access: financeOnly }],
  ['a filter hook that answers nothing', { access: financeOnly, filter: '(ctx, callback) => callback()' }],
];

test.each(hooksThatNarrowNothing)('%s: no count tells how many others there are', async (_, hooks) => {
  await tenant.setHooks(hooks);
  const first = await list();
  expect(first.rows).toHaveLength(5);
  expect(first.total).toBeNull();
  expect(await list({ perPage: 25 })).toMatchObject({ total: 10 });
});

test.each(hooksThatNarrowNothing)('%s: somebody else’s user is not there for a search', async (_, hooks) => {
  await tenant.setHooks(hooks);
  const nobody = await list({ search: 'nobody-is-called-this' });
  expect(nobody).toMatchObject({ rows: [], total: 0, hasNextPage: false });
  for (const search of ['hr-11@example.com', 'email:hr-11@example.com', 'user_id:"auth0|11"']) {
    expect(await list({ search }), search).toEqual(nobody);
  }
  expect(await list({ search: 'finance-10@example.com' })).toMatchObject({
    total: 1,
    rows: [{ name: 'Person 10' }],
  });
});

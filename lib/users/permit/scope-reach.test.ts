import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { noteOwnWrite } from '#lib/state/own-writes.ts';
import { editAs } from '#lib/testing/edit.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { createUser } from '../create-user.ts';
import { getUser } from '../get-user.ts';
import { listUsers } from '../list/list-users.ts';

let tenant: TestTenant;

beforeAll(async () => {
  tenant = await startTestTenant('own');
});
beforeEach(async () => {
  await tenant.reset();
  for (const [name, department] of [
    ['Ann', 'Finance'],
    ['Ben', 'HR'],
    ['Cora', 'Finance'],
  ]) {
    await tenant.putUser({
      user_id: `auth0|${name}`,
      name,
      app_metadata: { department, vip: name === 'Cora' },
    });
  }
  await tenant.joinOrganization('auth0|Ann');
  await tenant.joinOrganization('auth0|Ben');
});
afterAll(async () => {
  await tenant.stop();
  await closeHookPool();
});

const kelly = { user_id: 'auth0|kelly', app_metadata: { roles: ['Delegated Admin - User'] } };
const permitting = '(ctx, callback) => callback()';
const narrowingTo = (filter: string) => `(ctx, callback) => callback(null, ${JSON.stringify(filter)})`;
const userFields = [
  { property: 'name', create: true, edit: true },
  { property: 'app_metadata.department', create: true, edit: true },
];
const settings = `(ctx, callback) => callback(null, ${JSON.stringify({ userFields })})`;

/** Whom Kelly is listed, and whom she can open by address; the two must be the same. */
async function reached(): Promise<string[]> {
  const { rows, total } = await listUsers(signedIn(kelly), {
    search: '',
    sort: { by: 'name', descending: false },
    page: 1,
    perPage: 10,
  });
  expect(total).toBe(rows.length);
  const opened = await Promise.all(
    ['Ann', 'Ben', 'Cora'].map((name) =>
      getUser(signedIn(kelly), `auth0|${name}`).then(
        ({ displayName }) => [displayName],
        () => [],
      ),
    ),
  );
  const names = rows.map(({ name }) => name);
  expect(opened.flat()).toEqual(names);
  return names;
}

describe('a filter that only the tenant can evaluate', () => {
  test.each([
    ['organization_id:org_acme', ['Ann', 'Ben']],
    ['NOT organization_id:org_acme', ['Cora']],
    ['organization_id:org_acme AND app_metadata.department:Finance', ['Ann']],
    ['organization_id:org_acme AND NOT app_metadata.department:Finance', ['Ben']],
    ['organization_id:org_acme OR app_metadata.vip:true', ['Ann', 'Ben', 'Cora']],
    ['NOT (organization_id:org_acme AND app_metadata.department:HR)', ['Ann', 'Cora']],
    ['_exists_:organization_id', ['Ann', 'Ben']],
    ['organization_id:org_other', []],
    ['Finance', ['Ann', 'Cora']],
    ['NOT Finance', ['Ben']],
    ['upn:ann', []],
  ])('%s: the list and the user’s page let through the same users', async (filter, names) => {
    await tenant.setHooks({ filter: narrowingTo(filter), access: permitting });
    expect(await reached()).toEqual(names);
    await tenant.setHooks({ filter: narrowingTo(filter) });
    expect(await reached()).toEqual(names);
  });

  test('costs one call more for a user’s page, and none where the rest of it speaks against the user', async () => {
    const filter = narrowingTo('organization_id:org_acme AND app_metadata.department:Finance');
    await tenant.setHooks({ filter, access: permitting });
    const callsFor = (name: string) =>
      tenant.callsOf(() => getUser(signedIn(kelly), `auth0|${name}`).catch(() => undefined));
    expect(await callsFor('Ann')).toEqual(['GET /users/auth0%7CAnn', 'GET /users']);
    expect(await callsFor('Ben')).toEqual(['GET /users/auth0%7CBen']);
  });

  test('lets nobody be seen for whom the search index cannot vouch yet', async () => {
    await tenant.setFaults({ indexDelayMs: 600_000 });
    const user = await tenant.putUser({
      user_id: 'auth0|Dan',
      name: 'Dan',
      app_metadata: { department: 'HR' },
    });
    await tenant.joinOrganization('auth0|Dan');
    await noteOwnWrite(user);
    await tenant.setHooks({ filter: narrowingTo('NOT organization_id:org_other'), access: permitting });
    expect(await reached()).toEqual(['Ann', 'Ben', 'Cora']);
    expect(await problemOf(getUser(signedIn(kelly), 'auth0|Dan'))).toMatchObject({ code: 'not-found' });
    await tenant.setHooks({ filter: narrowingTo('NOT app_metadata.department:IT'), access: permitting });
    expect((await getUser(signedIn(kelly), 'auth0|Dan')).displayName).toBe('Dan');
  });
});

describe('what such a filter says of a user who would result', () => {
  const filter = narrowingTo('organization_id:org_acme AND app_metadata.department:Finance');
  const rename = (name: string) => editAs(kelly, 'auth0|Ann', { name });

  test('the access hook alone decides what the tenant cannot be asked yet', async () => {
    await tenant.setHooks({ filter, settings, access: permitting });
    expect(await rename('Ann Two')).toMatchObject({ changed: true });
    const refusing = `(ctx, callback) =>
      callback(ctx.payload.user.name === 'Ann Three' ? new Error('Two is enough.') : null)`;
    await tenant.setHooks({ filter, settings, access: refusing });
    expect((await problemOf(rename('Ann Three'))).message).toContain('Two is enough.');
  });

  test('without an access hook nobody is made or changed, and the reason names the filter hook', async () => {
    await tenant.setHooks({ filter, settings });
    const password = 'Correct-horse-7';
    const values = {
      email: 'new@example.com',
      password,
      repeatPassword: password,
      connection: 'Username-Password-Authentication',
      'app_metadata.department': 'Finance',
    };
    for (const run of [() => rename('Ann Two'), () => createUser(signedIn(kelly), { values })]) {
      const problem = await problemOf(run());
      expect(problem.code).toBe('refused-by-guard');
      expect(problem.message).toContain('the filter hook asks for something that is not in a user’s profile');
    }
    const leaving = settings.replace('{', '{"mayLeaveScope":true,');
    await tenant.setHooks({ filter, settings: leaving });
    expect(await rename('Ann Two')).toMatchObject({ changed: true });
  });

  test('what can be tested of it holds all the same', async () => {
    await tenant.setHooks({ filter, settings, access: permitting });
    const problem = await problemOf(editAs(kelly, 'auth0|Ann', { 'app_metadata.department': 'HR' }));
    expect(problem.code).toBe('refused-by-guard');
    expect(problem.message).toContain('no longer be one of the users whom the filter hook lets you see');
  });
});

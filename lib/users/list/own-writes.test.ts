import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { openState } from '#lib/state/state.ts';
import { type OtherServersTask, onAnotherServer } from '#lib/testing/other-server.ts';
import { type People, putPeople, signedIn } from '#lib/testing/people.ts';
import { startPostgres, type TestPostgres } from '#lib/testing/postgres.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import type { UserList } from '../user-view.ts';
import { listUsers } from './list-users.ts';

let tenant: TestTenant;
let postgres: TestPostgres;
let people: People;

const indexDelayMs = 5_000;

beforeAll(async () => {
  postgres = await startPostgres();
  process.env.DATABASE_URL = await postgres.database('steward');
  tenant = await startTestTenant();
});
beforeEach(async () => {
  await tenant.reset();
  people = await putPeople(tenant);
  for (const name of ['Bea', 'Carl']) {
    await tenant.putUser({
      user_id: `auth0|${name.toLowerCase()}`,
      name,
      email: `${name.toLowerCase()}@finance.example`,
      last_login: '2026-11-20T08:00:00.000Z',
      logins_count: 1,
      app_metadata: { department: 'Finance' },
    });
  }
  await tenant.setFaults({ indexDelayMs });
});
afterAll(async () => {
  await tenant.stop();
  await closeHookPool();
  await postgres.stop();
  delete process.env.DATABASE_URL;
});

const password = 'Correct-Horse-42';
const createZora = (familyName: string): OtherServersTask => ({
  verb: 'create',
  input: {
    values: {
      given_name: 'Zora',
      family_name: familyName,
      email: 'zora@finance.example',
      password,
      repeatPassword: password,
      memberships: ['Finance'],
      'user_metadata.title': 'Clerk',
    },
  },
});
const tasks: OtherServersTask[] = [
  createZora('Lagging'),
  { verb: 'block', input: { userId: 'auth0|bea' } },
  { verb: 'delete', input: { userId: 'auth0|carl' } },
];

const search = (text = ''): Promise<UserList> =>
  listUsers(signedIn(people.kelly), {
    search: text,
    sort: { by: 'name', descending: false },
    page: 1,
    perPage: 25,
  });

const emailsOf = ({ rows }: UserList) => rows.map(({ email }) => email).sort();

describe('what another server wrote, while the tenant’s index lags by five seconds', () => {
  test('is in lists, searches and counts at once, takes no call for it, and no password is kept', async () => {
    expect(emailsOf(await search())).toEqual([
      'bea@finance.example',
      'carl@finance.example',
      'kelly@example.com',
    ]);
    await onAnotherServer(people.kelly, tasks);
    let list: UserList | undefined;
    const calls = await tenant.callsOf(async () => {
      list = await search();
    });
    expect(calls).toEqual(['GET /users']);
    expect(list && emailsOf(list)).toEqual([
      'bea@finance.example',
      'kelly@example.com',
      'zora@finance.example',
    ]);
    expect(list?.total).toBe(3);
    expect(list?.rows.find(({ name }) => name === 'Bea')?.status).toBe('blocked');
    expect(await search('lagging')).toMatchObject({ total: 1, rows: [{ email: 'zora@finance.example' }] });
    expect(await search('carl')).toMatchObject({ total: 0, rows: [] });
    const { db } = await openState();
    const kept = await db.selectFrom('own_writes').selectAll().execute();
    expect(kept.length).toBe(3);
    expect(JSON.stringify(kept)).not.toContain(password);
  });

  test('is not shown to others, and once the index has it that alone is shown, and the note is gone', async () => {
    const startedAtMs = performance.now();
    await onAnotherServer(people.kelly, [createZora('Later')]);
    const ofAmir = await listUsers(signedIn(people.amir), {
      search: 'later',
      sort: { by: 'name', descending: false },
      page: 1,
      perPage: 25,
    });
    expect(ofAmir).toMatchObject({ rows: [], total: 0 });
    const { db } = await openState();
    const notes = () =>
      db.selectFrom('own_writes').select('user_id').where('content', 'like', '%Later%').execute();
    const shown: unknown[] = [];
    await expect
      .poll(
        async () => {
          const { total, rows } = await search('later');
          shown.push([total, ...rows.map(({ email }) => email)].join());
          return (await notes()).length;
        },
        { interval: 200, timeout: 20_000 },
      )
      .toBe(0);
    expect(performance.now() - startedAtMs).toBeGreaterThan(indexDelayMs);
    expect(new Set(shown)).toEqual(new Set(['1,zora@finance.example']));
    expect(await search('later')).toMatchObject({ total: 1 });
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { noteOwnDeletion, noteOwnWrite } from '#lib/state/own-writes.ts';
import { type People, putPeople, signedIn } from '#lib/testing/people.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import type { UserListInput } from '../user-view.ts';
import { listUsers } from './list-users.ts';

let tenant: TestTenant;
let people: People;

beforeAll(async () => {
  tenant = await startTestTenant();
  people = await putPeople(tenant);
  for (let at = 0; at < 15; at += 1) {
    await tenant.putUser({
      user_id: `auth0|Finance-${at}`,
      email: `person${at}@finance.example`,
      name: `Person ${100 + at} of Finance`,
      app_metadata: { department: 'Finance' },
    });
  }
});

afterAll(() => tenant.stop());

const first: UserListInput = {
  search: '',
  sort: { by: 'name', descending: false },
  page: 1,
  perPage: 10,
};

const namesOf = ({ rows }: { rows: { name: string }[] }) => rows.map(({ name }) => name);

describe('what was written here, while the search index lags', () => {
  const searched = { ...first, search: 'lagging' };
  const moving = {
    user_id: 'auth0|moving',
    name: 'Moving',
    created_at: '2026-01-01T00:00:00.000Z',
    updated_at: new Date().toISOString(),
  };

  beforeAll(() => tenant.setFaults({ indexDelayMs: 600_000 }));
  afterEach(() => {
    vi.useRealTimers();
  });
  afterAll(() => tenant.setFaults({}));

  test('a user just created is there at once, for those who may see them', async () => {
    const created = await tenant.putUser({
      user_id: 'auth0|new',
      name: 'Newly Lagging',
      email: 'new@finance.example',
      app_metadata: { department: 'Finance' },
    });
    expect((await listUsers(signedIn(people.kelly), searched)).rows).toEqual([]);
    await noteOwnWrite(created);
    const list = await listUsers(signedIn(people.kelly), searched);
    expect(list.rows).toMatchObject([{ userId: 'auth0|new', isNew: true }]);
    expect(list.total).toBe(1);
    expect((await listUsers(signedIn(people.kelly), first)).rows[0]?.userId).toBe('auth0|new');
    expect((await listUsers(signedIn(people.kelly), { ...first, search: 'Person' })).rows).not.toContainEqual(
      expect.objectContaining({ userId: 'auth0|new' }),
    );
    const ofAmir = await listUsers(signedIn(people.amir), searched);
    expect(ofAmir).toMatchObject({ rows: [], total: 0 });
  });

  test('a user just changed is shown as changed, and is gone once out of the department', async () => {
    const [user] = (await listUsers(signedIn(people.kelly), { ...first, search: 'Person 107' })).rows;
    expect(user?.name).toBe('Person 107 of Finance');
    const changed = await tenant.putUser({
      user_id: 'auth0|Finance-7',
      name: 'Person 107, renamed',
      email: 'person7@finance.example',
      created_at: '2026-01-01T00:00:00.000Z',
      updated_at: new Date(Date.now() + 1_000).toISOString(),
      app_metadata: { department: 'Finance' },
    });
    await noteOwnWrite(changed);
    const renamed = await listUsers(signedIn(people.kelly), { ...first, search: 'Person 107' });
    expect(namesOf(renamed)).toEqual(['Person 107, renamed']);
    await noteOwnWrite({ ...changed, app_metadata: { department: 'HR' } });
    const moved = await listUsers(signedIn(people.kelly), { ...first, search: 'Person 107' });
    expect(moved).toMatchObject({ rows: [], total: 0 });
  });

  test('a user just moved into the department is there at once, also where the list has several pages', async () => {
    const before = { ...moving, app_metadata: { department: 'HR' } };
    await noteOwnWrite({ ...moving, app_metadata: { department: 'Finance' } }, before);
    const list = await listUsers(signedIn(people.kelly), first);
    expect(list.rows[0]).toMatchObject({ userId: moving.user_id, isNew: false });
    expect(list.hasNextPage).toBe(true);
  });

  test('and one changed within it is left to its own page', async () => {
    const before = { ...moving, app_metadata: { department: 'Finance' } };
    await noteOwnWrite({ ...before, user_id: 'auth0|staying', name: 'Zoe' }, before);
    const { rows } = await listUsers(signedIn(people.kelly), first);
    expect(rows.map(({ userId }) => userId)).not.toContain('auth0|staying');
  });

  test('a user just deleted is gone', async () => {
    const before = await listUsers(signedIn(people.kelly), { ...first, search: 'Person 105' });
    expect(before.rows).toHaveLength(1);
    await noteOwnDeletion('auth0|Finance-5');
    const after = await listUsers(signedIn(people.kelly), { ...first, search: 'Person 105' });
    expect(after).toMatchObject({ rows: [], total: 0 });
  });

  test('stands at its own place, and is counted once, soon after the index has the user', async () => {
    const searched = { ...first, search: 'Person' };
    const { total } = await listUsers(signedIn(people.kelly), searched);
    const app_metadata = { department: 'Finance' };
    const late = await tenant.putUser({ user_id: 'auth0|late', name: 'Person 999', app_metadata });
    await noteOwnWrite(late);
    const lagging = await listUsers(signedIn(people.kelly), searched);
    expect(lagging.rows[0]).toMatchObject({ userId: 'auth0|late', isNew: true });
    expect(lagging.total).toBe(Number(total) + 1);
    await tenant.setFaults({ indexDelayMs: 0 });
    await tenant.putUser({ ...late });
    vi.useFakeTimers({ now: Date.now() + 5_000, toFake: ['Date'] });
    await listUsers(signedIn(people.kelly), searched);
    const caughtUp = await listUsers(signedIn(people.kelly), searched);
    expect(caughtUp.rows.map(({ userId }) => userId)).not.toContain('auth0|late');
    expect(caughtUp.total).toBe(Number(total) + 1);
    expect((await listUsers(signedIn(people.kelly), { ...searched, page: 2 })).rows.at(-1)?.userId).toBe(
      'auth0|late',
    );
    await tenant.setFaults({ indexDelayMs: 600_000 });
  });

  // Last, because these notes stay.
  test('of more users just created than a page holds, the newest stand in front of it', async () => {
    await Promise.all(
      Array.from({ length: 130 }, async (_, at) => {
        const email = `many-${at}@example.com`;
        const app_metadata = { department: 'Marketing' };
        await noteOwnWrite({ user_id: `auth0|many-${at}`, name: `Many ${at}`, email, app_metadata });
      }),
    );
    await noteOwnWrite({
      user_id: 'auth0|many-last',
      name: 'Many',
      app_metadata: { department: 'Marketing' },
    });
    const { rows } = await listUsers(signedIn(people.ivan), { ...first, search: 'Many' });
    expect(rows).toHaveLength(100);
    expect(rows[0]).toMatchObject({ userId: 'auth0|many-last', isNew: true });
  });
});

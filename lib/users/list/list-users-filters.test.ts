import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noteOwnWrite } from '#lib/state/own-writes.ts';
import { defaultHook } from '#lib/testing/own-hooks.ts';
import { type People, putPeople, signedIn } from '#lib/testing/people.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { type UserStatus, userStatuses } from '../user-status.ts';
import type { UserFilters, UserListInput } from '../user-view.ts';
import { listUsers } from './list-users.ts';

let tenant: TestTenant;
let people: People;

const profiles: Record<UserStatus, object> = {
  active: { last_login: '2026-11-01T08:00:00.000Z', logins_count: 3, email_verified: true },
  blocked: { last_login: '2026-11-01T08:00:00.000Z', logins_count: 3, blocked: true },
  'never-signed-in': { email_verified: false },
  unverified: { last_login: '2026-11-01T08:00:00.000Z', logins_count: 1, email_verified: false },
};

beforeAll(async () => {
  tenant = await startTestTenant('own');
  await tenant.setHooks({
    access: defaultHook('access'),
    filter: defaultHook('filter'),
    memberships: defaultHook('memberships'),
    settings: defaultHook('settings'),
  });
  people = await putPeople(tenant);
  for (const department of ['Finance', 'HR']) {
    for (const status of userStatuses) {
      await tenant.putUser({
        user_id: `auth0|${department}-${status}`,
        email: `${status}@${department.toLowerCase()}.example`,
        name: `${department} ${status}`,
        app_metadata: { department },
        ...profiles[status],
      });
    }
  }
  await tenant.putUser({
    user_id: 'auth0|contractor',
    email: 'contractor@finance.example',
    name: 'Finance contractor',
    connection: 'Contractors',
    username: 'contractor',
    app_metadata: { department: 'Finance' },
  });
});

afterAll(() => tenant.stop());

function filteredBy(filters: UserFilters): UserListInput {
  return { search: 'example', sort: { by: 'name', descending: false }, page: 1, perPage: 100, ...filters };
}

const idsOf = ({ rows }: { rows: { userId: string }[] }) => rows.map(({ userId }) => userId);

describe('the list filtered by status', () => {
  test.each(userStatuses)('“%s” shows and counts exactly those whose status says so', async (status) => {
    const ivan = signedIn(people.ivan);
    const [list, whole] = await Promise.all([
      listUsers(ivan, filteredBy({ status })),
      listUsers(signedIn(people.ivan), filteredBy({})),
    ]);
    const expected = whole.rows.filter((row) => row.status === status).map(({ userId }) => userId);
    expect(expected).toEqual(expect.arrayContaining([`auth0|Finance-${status}`, `auth0|HR-${status}`]));
    expect(idsOf(list).toSorted()).toEqual(expected.toSorted());
    expect(list.total).toBe(expected.length);
    expect(list.filters).toEqual({ status });
  });

  test('takes one call to the tenant', async () => {
    const kelly = signedIn(people.kelly);
    const calls = await tenant.callsOf(async () => {
      await listUsers(kelly, filteredBy({ status: 'blocked', membership: 'Finance' }));
    });
    expect(calls).toEqual(['GET /users']);
  });

  test('shows at once who was blocked a moment ago', async () => {
    const user = await tenant.putUser({
      user_id: 'auth0|late',
      email: 'late@finance.example',
      name: 'Late',
      app_metadata: { department: 'Finance' },
      ...profiles.active,
    });
    await noteOwnWrite(
      { ...user, blocked: true, updated_at: new Date(Date.now() + 1000).toISOString() },
      user,
    );
    const blocked = await listUsers(signedIn(people.kelly), filteredBy({ status: 'blocked' }));
    const active = await listUsers(signedIn(people.kelly), filteredBy({ status: 'active' }));
    expect(idsOf(blocked)).toContain('auth0|late');
    expect(idsOf(active)).not.toContain('auth0|late');
    expect(active.total).toBe(active.rows.length);
  });
});

describe('the list filtered by department', () => {
  test('shows Ivan the one that he chose, and Kelly nobody of another', async () => {
    const ivans = await listUsers(signedIn(people.ivan), filteredBy({ membership: 'HR' }));
    expect(idsOf(ivans)).toContain('auth0|HR-active');
    expect(new Set(ivans.rows.flatMap(({ memberships }) => memberships))).toEqual(new Set(['HR']));
    expect(ivans.total).toBe(ivans.rows.length);
    const kellys = await listUsers(signedIn(people.kelly), filteredBy({ membership: 'HR' }));
    expect(kellys).toMatchObject({ rows: [], total: 0 });
    const own = await listUsers(signedIn(people.kelly), filteredBy({ membership: 'Finance' }));
    expect(idsOf(own)).toContain('auth0|Finance-active');
  });

  test('is offered to who has several to choose from', async () => {
    const ivans = await listUsers(signedIn(people.ivan), filteredBy({}));
    expect(ivans.filterChoices.memberships).toEqual(['Engineering', 'Finance', 'HR', 'IT', 'Marketing']);
    const kellys = await listUsers(signedIn(people.kelly), filteredBy({}));
    expect(kellys.filterChoices.memberships).toEqual([]);
    expect(kellys.filterChoices.statuses).toEqual(userStatuses);
  });
});

describe('the list filtered by connection', () => {
  test('shows whose sign-in is kept there', async () => {
    const list = await listUsers(signedIn(people.ivan), filteredBy({ connection: 'Contractors' }));
    expect(idsOf(list)).toEqual(['auth0|contractor']);
    expect(list.total).toBe(1);
    expect(list.filterChoices.connections).toEqual(['Username-Password-Authentication', 'Contractors']);
  });

  test('cannot reach beyond the manager’s own users, whatever its name holds', async () => {
    const name = 'x") OR (identities.connection:"Contractors';
    const list = await listUsers(signedIn(people.ivan), filteredBy({ connection: name }));
    expect(list).toMatchObject({ rows: [], total: 0 });
  });
});

describe('what the manager is not shown', () => {
  test('cannot be filtered by where the settings take its column away', async () => {
    await tenant.setHooks({
      settings:
        'function (ctx, callback) { callback(null, { userFields: [{ property: "blocked", search: false }] }); }',
    });
    const list = await listUsers(signedIn(people.ivan), filteredBy({ status: 'blocked' }));
    expect(list.filters).toEqual({});
    expect(list.filterChoices.statuses).toEqual([]);
    expect(idsOf(list)).toContain('auth0|HR-active');
  });

  test('is not told by a filter where the access hook masks it', async () => {
    const masking = (members: string) => `function (ctx, callback) {
      var user = ctx.payload.user;
      callback(null, ${members});
    }`;
    const { name: _name, ...shown } = {
      name: 1,
      user_id: 'user.user_id',
      email: 'user.email',
      last_login: 'user.last_login',
    };
    const members = Object.entries(shown).map(([key, value]) => `${key}: ${value}`);
    await tenant.setHooks({ access: masking(`{ ${members.join(', ')} }`) });
    const hidden = await listUsers(signedIn(people.ivan), filteredBy({ status: 'blocked' }));
    expect(hidden).toMatchObject({ rows: [], total: 0 });
    await tenant.setHooks({ access: masking(`{ ${[...members, 'blocked: user.blocked'].join(', ')} }`) });
    const visible = await listUsers(signedIn(people.ivan), filteredBy({ status: 'blocked' }));
    expect(idsOf(visible)).toEqual(expect.arrayContaining(['auth0|Finance-blocked', 'auth0|HR-blocked']));
  });
});

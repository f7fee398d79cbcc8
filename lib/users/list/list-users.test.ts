import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { patientNow } from '#lib/auth0/patience.ts';
import { type People, putPeople, signedIn } from '#lib/testing/people.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import type { UserListInput } from '../user-view.ts';
import { listUsers } from './list-users.ts';

let tenant: TestTenant;
let people: People;

beforeAll(async () => {
  tenant = await startTestTenant();
  people = await putPeople(tenant);
  for (const department of ['Finance', 'HR', 'Marketing']) {
    for (let at = 0; at < 15; at += 1) {
      await tenant.putUser({
        user_id: `auth0|${department}-${at}`,
        email: `person${at}@${department.toLowerCase()}.example`,
        name: `Person ${100 + at} of ${department}`,
        app_metadata: { department, secret: `secret-of-${department}` },
        user_metadata: { title: at % 2 === 0 ? 'Controller' : 'Clerk' },
      });
    }
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

describe('the list', () => {
  test('shows Kelly Finance’s users and nobody else, in one call', async () => {
    const kelly = signedIn(people.kelly);
    const calls = await tenant.callsOf(async () => {
      const list = await listUsers(kelly, { ...first, perPage: 100 });
      expect(list.total).toBe(16);
      expect(list.rows).toHaveLength(16);
      expect(list.scopeLabel).toBe('Finance');
      expect(list.membershipsLabel).toBe('Department');
      expect(new Set(list.rows.flatMap(({ memberships }) => memberships))).toEqual(new Set(['Finance']));
      expect(JSON.stringify(list)).not.toMatch(/HR|Marketing|Ivan/);
    });
    expect(calls).toEqual(['GET /users']);
  });

  test('shows Ivan everybody', async () => {
    const list = await listUsers(signedIn(people.ivan), { ...first, perPage: 100 });
    expect(list.total).toBe(51);
    expect(list.scopeLabel).toBeNull();
  });

  test('holds of each user what a column shows, and nothing else', async () => {
    const list = await listUsers(signedIn(people.kelly), { ...first, search: 'Person 103' });
    expect(list.rows).toEqual([
      {
        userId: 'auth0|Finance-3',
        name: 'Person 103 of Finance',
        email: 'person3@finance.example',
        picture: null,
        memberships: ['Finance'],
        lastLogin: null,
        loginsCount: 0,
        connection: 'Username-Password-Authentication',
        status: 'never-signed-in',
        cells: { 'user_metadata.title': 'Clerk' },
        isNew: false,
      },
    ]);
    expect(JSON.stringify(list)).not.toContain('secret-of');
  });

  test('is sorted and paged as asked', async () => {
    const kelly = signedIn(people.kelly);
    const names = namesOf(await listUsers(kelly, { ...first, perPage: 100 }));
    const second = await listUsers(kelly, { ...first, page: 2 });
    expect(namesOf(second)).toEqual(names.slice(10));
    expect(second.hasNextPage).toBe(false);
    const reversed = await listUsers(kelly, { ...first, sort: { by: 'name', descending: true } });
    expect(namesOf(reversed)).toEqual(names.toReversed().slice(0, 10));
    expect(reversed.hasNextPage).toBe(true);
  });

  test('sorts by name when asked for what the tenant cannot sort by', async () => {
    const sort = { by: 'app_metadata.department', descending: true };
    expect((await listUsers(signedIn(people.kelly), { ...first, sort })).sort).toEqual({
      by: 'name',
      descending: false,
    });
  });

  test('finds by a field that the settings declare for searching', async () => {
    const list = await listUsers(signedIn(people.kelly), {
      ...first,
      search: 'Clerk',
      searchBy: 'user_metadata.title',
    });
    expect(list.searchableBy).toEqual([{ property: 'user_metadata.title', label: 'Job title' }]);
    expect(list.total).toBe(7);
  });

  test('says what to do beyond the first thousand', async () => {
    await expect(listUsers(signedIn(people.kelly), { ...first, page: 101 })).rejects.toMatchObject({
      code: 'invalid-input',
      message: 'Only the first 1,000 users of a search can be shown. Search for something narrower.',
    });
  });

  test('refuses Pia, who has no role, and Noor, who has no department, each with the reason', async () => {
    await expect(listUsers(signedIn(people.pia), first)).rejects.toMatchObject({ code: 'no-role' });
    await expect(listUsers(signedIn(people.noor), first)).rejects.toMatchObject({
      code: 'refused-by-hook',
      message: 'You are not part of any department yet. Ask IT to add you to one.',
    });
  });

  test('is there for Amir, who may look', async () => {
    const list = await listUsers(signedIn(people.amir), first);
    expect(list.total).toBe(16);
    expect(list.canCreateUser).toBe(false);
  });
});

describe('a tenant that is not well', { timeout: 10_000 }, () => {
  afterAll(() => tenant.setFaults({}));

  test.each([
    ['is silent', { silenceMs: 60_000 }, 'tenant-unavailable'],
    ['searches slowly', { slowSearchMs: 1_950 }, 'tenant-unavailable'],
    ['is down', { refuseConnections: true }, 'tenant-unavailable'],
    ['limits requests', { respond: [{ status: 429, times: 1 }] }, 'tenant-limit'],
  ])('and %s is told of within two seconds', async (_, faults, code) => {
    await tenant.setFaults(faults);
    const startMs = patientNow();
    await expect(listUsers(signedIn(people.kelly), first)).rejects.toMatchObject({ code });
    expect(patientNow() - startMs).toBeLessThan(2_000);
    await tenant.setFaults({});
    expect((await listUsers(signedIn(people.kelly), first)).rows).toHaveLength(10);
  });
});

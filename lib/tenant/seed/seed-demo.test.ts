import { describe, expect, test } from 'vitest';
import { createFaults } from '../faults/faults.ts';
import { initials } from '../login/demo-person.ts';
import { methodCollection } from '../management/authentication-methods/authentication-method.ts';
import { connectionCollection } from '../management/connections/connection.ts';
import { logEntries } from '../management/logs/search-logs.ts';
import { verifyPassword } from '../passwords.ts';
import { openStore } from '../store/open-store.ts';
import type { TenantUser } from '../tenant-user.ts';
import { demoPeople } from './demo-people.ts';
import { toAddressLetters } from './latin.ts';
import { seedDemo } from './seed-demo.ts';

const password = 'Paper-Lantern-42';
const now = Date.parse('2026-11-23T09:00:00Z');

async function seeded(users: number) {
  const store = openStore();
  const tenant = { issuer: 'http://localhost:4400/', store, faults: createFaults() };
  await seedDemo(tenant, { users, password, now });
  return { store, tenant, users: Array.from(store.users.values()) };
}

const withoutHash = ({ password_hash: _, ...user }: TenantUser) => user;

describe('the demo’s users', () => {
  test('are as many as asked for, and the same at every run', async () => {
    const [first, second] = await Promise.all([seeded(240), seeded(240)]);
    expect(first.users).toHaveLength(240);
    expect(first.users.map(withoutHash)).toEqual(second.users.map(withoutHash));
    const fewer = await seeded(50);
    expect(fewer.users.map((user) => user.email)).toEqual(first.users.slice(0, 50).map((user) => user.email));
  });

  test('hold the demo’s people with their department, role and password', async () => {
    const { store } = await seeded(20);
    for (const person of demoPeople) {
      const [user] = store.users.byEmail(person.email);
      expect(user).toMatchObject({ name: person.name, email_verified: true });
      expect(user?.app_metadata?.department).toBe(person.department);
      expect(user?.app_metadata?.roles).toEqual(person.role && [person.role]);
      expect(await verifyPassword(password, user?.password_hash ?? '')).toBe(true);
    }
    const [other] = Array.from(store.users.values()).slice(demoPeople.length);
    expect(await verifyPassword(password, other?.password_hash ?? '')).toBe(false);
  });

  test('are in every state that a console shows', async () => {
    const { store, users } = await seeded(240);
    const some = (test: (user: TenantUser) => boolean) => users.filter(test).length;
    for (const name of ['Finance', 'HR', 'Marketing', 'Engineering', 'IT', undefined]) {
      expect(some((user) => user.app_metadata?.department === name)).toBeGreaterThan(3);
    }
    for (const { name } of connectionCollection({ store }).values()) {
      expect(some((user) => user.identities[0]?.connection === name)).toBeGreaterThan(3);
    }
    expect(some((user) => user.blocked === true)).toBeGreaterThan(3);
    expect(some((user) => user.email_verified === false)).toBeGreaterThan(3);
    expect(some((user) => user.last_login === undefined)).toBeGreaterThan(3);
    expect(some((user) => user.multifactor !== undefined)).toBeGreaterThan(3);
    expect(some((user) => user.username !== undefined)).toBeGreaterThan(3);
    expect(some((user) => user.picture !== undefined)).toBeGreaterThan(3);
  });

  test('have a log that tells of no second factor and no verified address that they do not have', async () => {
    const { store, users } = await seeded(1_000);
    const tenant = { store };
    const enrolled = new Set(Array.from(methodCollection(tenant).values(), ({ user_id: id }) => id));
    const entries = logEntries(tenant);
    const usersOf = (types: string[]) =>
      entries.flatMap(({ type, user_id: id }) => (types.includes(type) && id !== undefined ? id : []));
    const withFactor = usersOf(['mfar', 'gd_auth_succeed', 'gd_auth_failed', 'gd_enrollment_complete']);
    expect(withFactor.length).toBeGreaterThan(20);
    expect(withFactor.filter((id) => !enrolled.has(id))).toEqual([]);
    const verified = new Set(users.flatMap((user) => (user.email_verified ? user.user_id : [])));
    expect(usersOf(['sv']).length).toBeGreaterThan(3);
    expect(usersOf(['sv']).filter((id) => !verified.has(id))).toEqual([]);
  });

  test('are people whom no two of share an id, an address or a username, in forms that the API takes', async () => {
    const { users } = await seeded(20_000);
    const distinct = (values: unknown[]) => new Set(values).size === values.length;
    expect(distinct(users.map((user) => user.user_id))).toBe(true);
    expect(distinct(users.map((user) => user.email))).toBe(true);
    expect(distinct(users.flatMap((user) => user.username ?? []))).toBe(true);
    for (const user of users.slice(demoPeople.length)) {
      expect(user.email).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*\d*@example\.com$/);
      expect(user.email?.indexOf('@')).toBeLessThanOrEqual(64);
      expect(user.username ?? 'abc').toMatch(/^[a-z0-9]{3,15}$/);
      expect(initials(user.name ?? '')).not.toBe('');
    }
    const times = users.flatMap((user) => user.last_login ?? []);
    expect(times.every((time) => Date.parse(time) <= now)).toBe(true);
  });
});

test.each([
  ['Ørjan Åkesson', 'orjan-akesson'],
  ['Weiß', 'weiss'],
  ["N'Guessan", 'nguessan'],
  ['Thị Minh Khai', 'thi-minh-khai'],
  ['Włodarczyk', 'wlodarczyk'],
  ['Yılmaz', 'yilmaz'],
  ['Kamakawiwoʻole', 'kamakawiwoole'],
])('%s is spelt %s in an address', (name, letters) => {
  expect(toAddressLetters(name)).toBe(letters);
});

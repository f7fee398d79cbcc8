import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noteOwnDeletion, noteOwnWrite } from '#lib/state/own-writes.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { inLanguage } from '#lib/words.ts';
import type { Manager } from '../manager.ts';
import type { UserSearchInput } from '../user-view.ts';
import { exportUsers } from './export-users.ts';

let tenant: TestTenant;

const permitting = 'function (ctx, callback) { callback(); }';
const ofDepartment = `(ctx, callback) => {
  const { department } = ctx.request.user.app_metadata;
  callback(null, department === 'IT' ? '' : 'app_metadata.department:"' + department + '"');
}`;
const settings = `(ctx, callback) => callback(null, { userFields: [
  { property: 'user_metadata.title', label: 'Job title', search: true },
] })`;

beforeAll(async () => {
  tenant = await startTestTenant('own');
});
afterAll(() => tenant.stop());
beforeEach(async () => {
  await tenant.reset();
  await tenant.setHooks({ access: permitting, filter: ofDepartment, settings });
});

const manager = (department = 'Finance', role = 'User') =>
  signedIn({
    user_id: 'auth0|manager',
    app_metadata: { department, roles: [`Delegated Admin - ${role}`] },
  });

const put = (id: string, department: string, more: Record<string, string | boolean> = {}) =>
  tenant.putUser({
    user_id: `auth0|${id}`,
    email: `${id}@example.com`,
    name: `Name of ${id}`,
    app_metadata: { department },
    ...more,
  });

async function file(asker: Manager, search: Partial<UserSearchInput> = {}): Promise<string[]> {
  const parts = await Array.fromAsync(exportUsers(asker, { search: '', ...search }));
  return parts.join('').trimEnd().split('\r\n');
}

const idsIn = (lines: string[]) => lines.slice(1).map((line) => line.split(',').at(-1));

describe('the users as a file', () => {
  test('have the list’s columns, the e-mail address and the id, the newest first', async () => {
    await put('old', 'Finance', { created_at: '2024-01-02T03:04:05.678Z', blocked: true });
    await tenant.putUser({
      user_id: 'auth0|new',
      email: 'new@example.com',
      name: '=Nina, "the new"',
      created_at: '2025-01-02T03:04:05.678Z',
      last_login: '2025-02-03T04:05:06.789Z',
      logins_count: 7,
      email_verified: true,
      app_metadata: { department: 'Finance' },
      user_metadata: { title: 'Controller' },
    });
    const connection = 'Username-Password-Authentication';
    expect(await file(manager())).toEqual([
      'Name,E-mail address,Memberships,Last login,Logins,Connection,Status,Job title,User id',
      `"'=Nina, ""the new""",new@example.com,,2025-02-03T04:05:06.789Z,7,${connection},Active,Controller,auth0|new`,
      `Name of old,old@example.com,,,0,${connection},Blocked,,auth0|old`,
    ]);
    const [head, , blocked] = await inLanguage('de', () => file(manager()));
    expect(head).toContain('Benutzerkennung');
    expect(blocked).toContain('Gesperrt');
  });

  test('are those of the manager’s own department whom the search and filters find', async () => {
    await put('ann', 'Finance');
    await put('ben', 'Finance', { blocked: true });
    await put('hana', 'HR');
    expect(idsIn(await file(manager())).toSorted()).toEqual(['auth0|ann', 'auth0|ben']);
    expect(idsIn(await file(manager(), { search: 'Name ann' }))).toEqual(['auth0|ann']);
    expect(idsIn(await file(manager(), { status: 'blocked' }))).toEqual(['auth0|ben']);
    expect(idsIn(await file(manager(), { search: 'hana' }))).toEqual([]);
    expect(idsIn(await file(manager('IT'), { search: 'hana' }))).toEqual(['auth0|hana']);
  });

  test('hold what the access hook’s mask leaves, and nobody whom it refuses', async () => {
    await put('ann', 'Finance');
    await put('ben', 'Finance');
    const masking = `(ctx, callback) => {
      const { user } = ctx.payload;
      if (/ben/.test(user.email)) return callback(new Error('Not yours.'));
      callback(null, { ...user, email: undefined, name: 'A.' });
    }`;
    await tenant.setHooks({ access: masking, filter: ofDepartment, settings });
    const lines = await file(manager());
    expect(idsIn(lines)).toEqual(['auth0|ann']);
    expect(lines.join()).not.toMatch(/ben|ann@|Name of/);
    await tenant.setHooks({ access: permitting, filter: ofDepartment, settings });
    expect((await file(manager())).join()).toMatch(/ann@.*ben@|ben@.*ann@/s);
  });

  test('are all of them, beyond the 1,000 that a search shows, and each once', async () => {
    const ids = Array.from({ length: 1_130 }, (_, at) => `${at}`);
    // Some hundred of them were created in the same moment, as an import does it.
    const createdAt = (at: number) =>
      at < 250 ? '2024-06-01T00:00:00.000Z' : new Date(Date.UTC(2024, 0, 1, 0, at)).toISOString();
    await Promise.all(ids.map((id, at) => put(id, 'Finance', { created_at: createdAt(at) })));
    const found = idsIn(await file(manager()));
    expect(found).toHaveLength(1_130);
    expect(new Set(found)).toEqual(new Set(ids.map((id) => `auth0|${id}`)));
  });

  test('end with a line that says so where more than 1,000 were created at once', async () => {
    const createdAt = '2024-06-01T00:00:00.000Z';
    await Promise.all(
      Array.from({ length: 1_001 }, (_, at) => put(`${at}`, 'Finance', { created_at: createdAt })),
    );
    const lines = await file(manager());
    expect(lines).toHaveLength(1_002);
    expect(lines.at(-1)).toMatch(/^The file ends here with 1000 users; there are more\./);
  });

  test('are for whoever sees the list, and fail before there is a file', async () => {
    await put('ann', 'Finance');
    expect(idsIn(await file(manager('Finance', 'Auditor')))).toEqual(['auth0|ann']);
    const nobody = signedIn({ user_id: 'auth0|nobody' });
    const first = (asker: Manager) => exportUsers(asker, { search: '' }).next();
    expect((await problemOf(first(nobody))).code).toBe('no-role');
    await tenant.setHooks({});
    expect((await problemOf(first(manager()))).code).toBe('not-allowed');
    const away = await tenant.away();
    await tenant.setHooks({ access: permitting, filter: ofDepartment });
    expect((await problemOf(first(manager()))).code).toBe('tenant-unavailable');
    await away();
  });

  // Last, because these notes stay.
  test('hold a change of a moment ago, while the tenant’s search does not know it', async () => {
    const changed = await put('changed', 'Finance');
    await put('deleted', 'Finance');
    await tenant.setFaults({ indexDelayMs: 60_000 });
    const created = await put('created', 'Finance');
    await noteOwnWrite(created);
    await noteOwnWrite({ ...changed, name: 'Renamed', updated_at: new Date().toISOString() }, changed);
    await noteOwnDeletion('auth0|deleted');
    const lines = await file(manager());
    expect(idsIn(lines).toSorted()).toEqual(['auth0|changed', 'auth0|created']);
    expect(lines.join()).toContain('Renamed');
  });
});

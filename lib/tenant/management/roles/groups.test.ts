import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
let userId: string;
let path: string;

beforeAll(async () => {
  api = await startTestApi(60);
  userId = await api.putUser({ email: 'ada@example.com', name: 'Ada' });
  path = `/users/${encodeURIComponent(userId)}`;
});

afterAll(() => api.close());

describe('roles', () => {
  test('of the demo are those that the console knows and some of its applications', async () => {
    const { body } = await api.call('GET', '/roles?include_totals=true&name_filter=delegated');
    expect(body.total).toBe(4);
    expect((await api.call('GET', '/roles')).body.length).toBeGreaterThan(4);
  });

  test('are made, given, listed from both sides, taken back and deleted', async () => {
    const role = (await api.call('POST', '/roles', { name: 'Cashier' })).body;
    expect((await api.call('POST', `${path}/roles`, { roles: [role.id] })).status).toBe(204);
    expect((await api.call('GET', `${path}/roles`)).body).toEqual([role]);
    expect((await api.call('GET', `/roles/${role.id}/users`)).body).toMatchObject([
      { user_id: userId, name: 'Ada' },
    ]);
    expect((await api.call('GET', `/roles/${role.id}/users?take=1`)).body).toMatchObject({
      users: [{ name: 'Ada' }],
    });
    expect((await api.call('DELETE', `${path}/roles`, { roles: [role.id] })).status).toBe(204);
    expect((await api.call('GET', `${path}/roles`)).body).toEqual([]);
    await api.call('POST', `/roles/${role.id}/users`, { users: [userId] });
    expect((await api.call('GET', `${path}/roles`)).body).toHaveLength(1);
    expect((await api.call('DELETE', `/roles/${role.id}`)).status).toBe(200);
    expect((await api.call('GET', `${path}/roles`)).body).toEqual([]);
  });

  test('a role that is not there is given to nobody, not even with one that is', async () => {
    const role = (await api.call('POST', '/roles', { name: 'Clerk', description: 'Writes' })).body;
    const refused = await api.call('POST', `${path}/roles`, { roles: [role.id, 'rol_nothing'] });
    expect(refused).toMatchObject({ status: 404, body: { errorCode: 'inexistent_role' } });
    expect((await api.call('GET', `${path}/roles`)).body).toEqual([]);
    expect((await api.call('POST', '/roles', { name: 'Clerk' })).status).toBe(409);
    const renamed = await api.call('PATCH', `/roles/${role.id}`, { name: 'Scribe' });
    expect(renamed.body).toEqual({ id: role.id, name: 'Scribe', description: 'Writes' });
  });
});

describe('organizations', () => {
  test('have members, whom a deleted user is none of any more', async () => {
    const [organization] = (await api.call('GET', '/organizations')).body;
    const members = `/organizations/${organization.id}/members`;
    const before = (await api.call('GET', `${members}?per_page=100`)).body.length;
    expect((await api.call('POST', members, { members: [userId] })).status).toBe(204);
    expect((await api.call('GET', `${path}/organizations`)).body).toEqual([organization]);
    expect((await api.call('GET', `${members}?per_page=100`)).body).toHaveLength(before + 1);
    expect((await api.control('DELETE', path)).status).toBe(204);
    expect((await api.call('GET', `${members}?per_page=100`)).body).toHaveLength(before);
    expect((await api.call('GET', `${path}/organizations`)).body.errorCode).toBe('inexistent_user');
    await api.putUser({ user_id: userId, email: 'ada@example.com' });
    expect((await api.call('GET', `${path}/organizations`)).body).toEqual([]);
    expect((await api.call('GET', '/organizations/org_nothing/members')).status).toBe(404);
  });
});

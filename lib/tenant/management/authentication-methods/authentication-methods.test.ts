import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
let path: string;

beforeAll(async () => {
  api = await startTestApi(10);
  path = `/users/${encodeURIComponent(await api.putUser({ email: 'ada@example.com' }))}`;
});

afterAll(() => api.close());

describe('authentication methods', () => {
  test('are added, read, renamed and removed one by one', async () => {
    const added = await api.call('POST', `${path}/authentication-methods`, {
      type: 'phone',
      phone_number: '+12125550123',
      name: 'Mobile',
    });
    expect(added.status).toBe(201);
    const own = `${path}/authentication-methods/${encodeURIComponent(added.body.id)}`;
    expect((await api.call('GET', own)).body).toMatchObject({
      type: 'phone',
      confirmed: true,
      name: 'Mobile',
    });
    expect((await api.call('PATCH', own, { name: 'Old mobile' })).body).toMatchObject({ name: 'Old mobile' });
    const listed = await api.call('GET', `${path}/authentication-methods?include_totals=true`);
    expect(listed.body).toMatchObject({ total: 1, authenticators: [{ name: 'Old mobile' }] });
    expect((await api.call('DELETE', own)).status).toBe(204);
    expect((await api.call('GET', own)).status).toBe(404);
  });

  test('are replaced as a whole, and never tell the secret', async () => {
    await api.call('POST', `${path}/authentication-methods`, { type: 'phone', phone_number: '+12125550123' });
    const secret = 'JBSWY3DPEHPK3PXP';
    const replaced = await api.call('PUT', `${path}/authentication-methods`, [
      { type: 'totp', totp_secret: secret },
    ]);
    const listed = await api.call('GET', `${path}/authentication-methods`);
    expect(listed.body).toMatchObject([{ type: 'totp' }]);
    expect(replaced.text + listed.text).not.toContain(secret);
  });

  test('a one-time-password factor goes with its provider; an unknown provider is refused', async () => {
    await api.call('PUT', `${path}/authentication-methods`, [{ type: 'totp' }, { type: 'phone' }]);
    expect((await api.call('DELETE', `${path}/multifactor/guardian`)).status).toBe(400);
    expect((await api.call('GET', `${path}/authentication-methods`)).body).toHaveLength(2);
    expect((await api.call('DELETE', `${path}/multifactor/google-authenticator`)).status).toBe(204);
    expect((await api.call('GET', `${path}/authentication-methods`)).body).toMatchObject([{ type: 'phone' }]);
  });

  test('one user cannot be asked for another one’s', async () => {
    const added = await api.call('POST', `${path}/authentication-methods`, { type: 'totp' });
    const other = encodeURIComponent(await api.putUser({ email: 'other@example.com' }));
    const id = encodeURIComponent(added.body.id);
    expect((await api.call('DELETE', `/users/${other}/authentication-methods/${id}`)).status).toBe(404);
    expect((await api.call('GET', `${path}/authentication-methods/${id}`)).status).toBe(200);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi, testPassword } from '../testing/test-api.ts';

let api: TestApi;
let userId: string;
let path: string;

beforeAll(async () => {
  api = await startTestApi(400);
});

beforeEach(async () => {
  userId = await api.putUser({ user_id: 'auth0|ada', email: 'ada@example.com', password: testPassword });
  path = `/users/${encodeURIComponent(userId)}`;
  await api.call('POST', `${path}/revoke-access`, {});
});

afterAll(() => api.close());

describe('devices and sessions', () => {
  test('a refresh token is a device, and revoking access takes it back', async () => {
    const { refresh_token: token } = (await api.signIn('ada@example.com')).body;
    const devices = () => api.call('GET', `/device-credentials?user_id=${encodeURIComponent(userId)}`);
    expect((await devices()).body).toMatchObject([
      { type: 'refresh_token', user_id: userId, client_id: 'web' },
    ]);
    expect((await api.call('POST', `${path}/revoke-access`, { preserve_refresh_tokens: true })).status).toBe(
      202,
    );
    const refreshed = await api.refresh(token);
    expect(refreshed.status).toBe(200);
    expect((await api.call('POST', `${path}/revoke-access`, {})).status).toBe(202);
    expect((await api.refresh(refreshed.body.refresh_token ?? token)).status).toBe(403);
    expect((await devices()).body).toEqual([]);
  });

  test('a device can be removed alone', async () => {
    const first = (await api.signIn('ada@example.com')).body.refresh_token;
    const second = (await api.signIn('ada@example.com')).body.refresh_token;
    const devices = await api.call(
      'GET',
      `/device-credentials?user_id=${encodeURIComponent(userId)}&type=refresh_token&include_totals=true`,
    );
    expect(devices.body.total).toBe(2);
    const [{ id }] = devices.body.device_credentials;
    expect((await api.call('DELETE', `/device-credentials/${id}`)).status).toBe(204);
    const statuses = [(await api.refresh(first)).status, (await api.refresh(second)).status];
    expect(statuses.toSorted()).toEqual([200, 403]);
  });

  test('the demo’s sessions are listed with their device, and ended', async () => {
    const { body: logs } = await api.call('GET', '/logs?per_page=100&q=type:s');
    const userIds = new Set<string>(
      logs.map((entry: { user_id: string }) => encodeURIComponent(entry.user_id)),
    );
    for (const id of userIds) {
      const { body } = await api.call('GET', `/users/${id}/sessions`);
      if (body.sessions.length === 0) continue;
      expect(body.sessions[0]).toMatchObject({
        user_id: decodeURIComponent(id),
        device: { initial_user_agent: expect.stringContaining('Mozilla') },
        clients: [{ client_id: 'steward-console' }],
      });
      expect((await api.call('DELETE', `/users/${id}/sessions`)).status).toBe(202);
      expect((await api.call('GET', `/users/${id}/sessions`)).body.sessions).toEqual([]);
      return;
    }
    expect.fail('None of the demo’s users has a session.');
  });
});

describe('brute-force blocks', () => {
  test('come after ten wrong passwords, and are lifted by id and by identifier', async () => {
    for (const lift of [
      `/user-blocks/${encodeURIComponent(userId)}`,
      '/user-blocks?identifier=Ada@example.com',
    ]) {
      for (let count = 0; count < 10; count += 1) await api.signIn('ada@example.com', 'wrong');
      expect((await api.signIn('ada@example.com')).status).not.toBe(200);
      const blocked = { blocked_for: [{ identifier: 'ada@example.com', ip: '127.0.0.1' }] };
      expect((await api.call('GET', lift)).body).toMatchObject(blocked);
      expect((await api.call('DELETE', lift)).status).toBe(204);
      expect((await api.call('GET', lift)).body).toEqual({ blocked_for: [] });
      expect((await api.signIn('ada@example.com')).status).toBe(200);
    }
  });
});

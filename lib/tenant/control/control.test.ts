import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../management/testing/test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi(30);
});

beforeEach(async () => {
  await api.control('PUT', '/faults', {});
});

afterAll(() => api.close());

describe('the control endpoint', () => {
  test('opens to the demo’s secret only', async () => {
    for (const authorization of ['', 'Bearer ', 'Bearer wrong', 'Basic control-secret-of-the-tests']) {
      const answer = await fetch(`${api.url}/_control/faults`, { headers: { authorization } });
      expect(answer.status).toBe(401);
    }
    expect((await api.control('GET', '/faults')).status).toBe(200);
  });

  test('sets some faults with PATCH and all with PUT, and refuses what it does not know', async () => {
    await api.control('PATCH', '/faults', { latencyMs: 1 });
    await api.control('PATCH', '/faults', { searchCap: 10 });
    expect((await api.control('GET', '/faults')).body).toMatchObject({ latencyMs: 1, searchCap: 10 });
    await api.control('PUT', '/faults', { searchCap: 20 });
    expect((await api.control('GET', '/faults')).body).toMatchObject({ latencyMs: 0, searchCap: 20 });
    expect((await api.control('PATCH', '/faults', { latency: 1 })).status).toBe(400);
    expect((await api.control('PATCH', '/faults', { latencyMs: 'long' })).status).toBe(400);
  });

  test('a reset brings back the demo as it was, in good health', async () => {
    const ids = async () =>
      (await api.call('GET', '/users?per_page=100&fields=user_id')).body.map(
        (user: object) => Object.values(user)[0],
      );
    const before = await ids();
    const added = await api.putUser({ email: 'ada@example.com' });
    await api.call('POST', '/jobs/verification-email', { user_id: added });
    await api.control('DELETE', `/users/${encodeURIComponent(before[0])}`);
    await api.control('PATCH', '/faults', { rateLimit: 'free' });
    expect((await api.control('POST', '/reset')).status).toBe(204);
    expect((await ids()).toSorted()).toEqual(before.toSorted());
    expect((await api.control('GET', '/faults')).body).toMatchObject({ rateLimit: 'off', searchCap: 1_000 });
    expect((await api.control('GET', '/outbox')).body).toEqual([]);
  });

  test('stays open while the tenant refuses connections', async () => {
    await api.control('PATCH', '/faults', { refuseConnections: true });
    await expect(fetch(`${api.url}/.well-known/openid-configuration`)).rejects.toThrow();
    await api.control('PATCH', '/faults', { refuseConnections: false });
    expect((await fetch(`${api.url}/.well-known/openid-configuration`)).status).toBe(200);
  });
});

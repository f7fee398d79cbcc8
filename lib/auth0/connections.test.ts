import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { databaseConnections } from './connections.ts';
import { readUser } from './read-user.ts';

let tenant: TestTenant;

beforeAll(async () => {
  tenant = await startTestTenant();
});

afterAll(() => tenant.stop());

test('a failed look-up of the connections is not remembered', async () => {
  await tenant.setFaults({ respond: [{ status: 503, times: 1 }] });
  await expect(databaseConnections()).rejects.toMatchObject({ code: 'tenant-unavailable' });
  expect(await databaseConnections()).toHaveLength(2);
});

test('the databases come with their rules, without other connections, and are asked for once', async () => {
  await databaseConnections();
  const calls = await tenant.callsOf(async () => {
    expect(await databaseConnections()).toEqual([
      {
        id: expect.any(String),
        name: 'Contractors',
        requiresUsername: true,
        usernameRule: { minLength: 3, maxLength: 20 },
        passwordOptions: { passwordPolicy: 'fair' },
      },
      {
        id: expect.any(String),
        name: 'Username-Password-Authentication',
        requiresUsername: false,
        usernameRule: { minLength: 1, maxLength: 15 },
        passwordOptions: { passwordPolicy: 'good' },
      },
    ]);
  });
  expect(calls).toEqual([]);
});

test('what is known is answered at once however old it is, and read anew behind it, once for all who ask', async () => {
  await databaseConnections();
  vi.useFakeTimers({ now: Date.now() + 10 * 60_000, toFake: ['Date'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  await tenant.setFaults({ respond: [{ match: { path: '/connections' }, status: 503 }] });
  expect(await databaseConnections()).toHaveLength(2);
  await vi.waitFor(async () => {
    const calls = await tenant.callsOf(async () => {
      const answers = await Promise.all([databaseConnections(), databaseConnections()]);
      expect(answers.map((connections) => connections.length)).toEqual([2, 2]);
      await readUser('auth0|nobody');
    });
    expect(calls).toHaveLength(2);
    expect(calls).toContain('GET /connections');
  });
});

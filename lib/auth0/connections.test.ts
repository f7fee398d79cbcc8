import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { databaseConnections } from './connections.ts';

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

test('the databases come with their rules, without other connections, and are asked for once a minute', async () => {
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

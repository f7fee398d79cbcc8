import { ManagementClient, ManagementError } from 'auth0';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningTenant } from '../start-tenant.ts';
import { machineClient, putUser, startTestTenant } from './testing/test-tenant.ts';

let tenant: RunningTenant;
let client: ManagementClient;

beforeAll(async () => {
  const scopes = ['read:users', 'create:users', 'update:users', 'delete:users', 'read:connections'];
  tenant = await startTestTenant({ clients: [{ ...machineClient, scopes }] });
  client = new ManagementClient({
    domain: `localhost:${tenant.port}`,
    clientId: machineClient.client_id,
    clientSecret: machineClient.client_secret,
    audience: `${tenant.issuer}api/v2/`,
    // The SDK knows https only; the tenant speaks plain http on loopback.
    fetch: (url: string | URL | Request, init?: RequestInit) =>
      fetch(String(url).replace(/^https:\/\/localhost/, 'http://localhost'), init),
  });
});

afterAll(() => tenant.close());

test('the official SDK reads a user, and reads that there is none', async () => {
  expect(await client.users.get('auth0|kelly')).toMatchObject({
    user_id: 'auth0|kelly',
    email: 'kelly@example.com',
    app_metadata: { roles: ['Delegated Admin - User'] },
  });
  const missing = await client.users.get('auth0|nobody').catch((error: unknown) => error);
  expect(missing).toBeInstanceOf(ManagementError);
  expect(missing).toMatchObject({ statusCode: 404, body: { errorCode: 'inexistent_user' } });
});

test.each(['auth0|a/b', 'auth0|a?b#c', 'auth0|100%', 'auth0|ünï|code', 'auth0|a b+c&d=e'])(
  'the official SDK reads the user with the id %s',
  async (userId) => {
    await putUser(tenant, { user_id: userId, email: `${Buffer.from(userId).toString('hex')}@example.com` });
    expect((await client.users.get(userId)).user_id).toBe(userId);
  },
);

test('no answer of the API holds a password’s hash', async () => {
  const page = await client.users.list({ q: 'email:"kelly@example.com"', search_engine: 'v3' });
  const single = await client.users.get('auth0|kelly');
  expect(page.data).toHaveLength(1);
  expect(JSON.stringify([page.data, single])).not.toContain('hash');
});

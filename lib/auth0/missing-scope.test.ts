import { afterAll, beforeAll, expect, test } from 'vitest';
import { inAttempt } from '#lib/testing/in-attempt.ts';
import { type NewTenant, startNewTenant } from '#lib/testing/new-tenant.ts';
import { giveOwnState } from '#lib/testing/own-state.ts';
import type { Permitted } from './proofs.ts';
import { readUser } from './read-user.ts';
import { managementScopes } from './scopes.ts';
import { blockUser, deleteUser } from './users.ts';

let endOwnState: () => Promise<void>;

let tenant: NewTenant;

beforeAll(async () => {
  tenant = await startNewTenant();
  await tenant.putUser({ user_id: 'auth0|ann', name: 'Ann' });
  const client = await tenant.ask('POST', '/clients', { name: 'M', app_type: 'non_interactive' });
  const scope = managementScopes.map((one) => one.scope).filter((one) => one !== 'delete:users');
  const audience = `${tenant.url}/api/v2/`;
  await tenant.ask('POST', '/client-grants', { client_id: client.client_id, audience, scope });
  endOwnState = await giveOwnState();
  Object.assign(process.env, {
    APP_BASE_URL: 'http://localhost:3000',
    AUTH0_DOMAIN: new URL(tenant.url).host,
    AUTH0_CLIENT_ID: 'web',
    AUTH0_CLIENT_SECRET: 'web-secret',
    AUTH0_SECRET: 'a-secret-of-the-tests-with-32-characters',
    AUTH0_MANAGEMENT_CLIENT_ID: client.client_id,
    AUTH0_MANAGEMENT_CLIENT_SECRET: client.client_secret,
  });
});
afterAll(async () => {
  await tenant.close();
  await endOwnState();
});

test('a call whose scope was not granted names the scope and changes nothing; one that was goes through', async () => {
  // Stands for the permission, whose own tests are elsewhere.
  const permitted = { user: await readUser('auth0|ann') } as Permitted<'delete:user' | 'block:user'>;
  await expect(inAttempt(deleteUser)(permitted)).rejects.toMatchObject({
    code: 'tenant-refused',
    message: expect.stringMatching(
      /\(Insufficient scope, expected any of: delete:users.*\)\. Nothing was changed\./,
    ),
  });
  expect(await readUser('auth0|ann')).toMatchObject({ name: 'Ann' });
  expect(await inAttempt(blockUser)(permitted)).toMatchObject({ blocked: true });
});

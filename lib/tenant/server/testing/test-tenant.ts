import { addMember } from '../../management/organizations/organization.ts';
import { passwordRealmGrant, type TenantClient } from '../../oidc/client.ts';
import { hashPassword } from '../../passwords.ts';
import { type RunningTenant, startTenant, type TenantOptions } from '../../start-tenant.ts';
import type { TenantUser } from '../../tenant-user.ts';

/** The password of every user of a test's tenant. */
export const testPassword = 'Correct-Horse-9';

/** Where the test's application would be; nothing listens there. */
export const applicationOrigin = 'http://localhost:39999';

export const webClient: TenantClient = {
  client_id: 'test-web',
  client_secret: 'test-web-secret',
  name: 'Test application',
  grant_types: ['authorization_code', 'refresh_token', passwordRealmGrant],
  callbacks: [`${applicationOrigin}/auth/callback`],
  allowed_logout_urls: [applicationOrigin],
  custom_claims: { 'https://example.com/roles': 'app_metadata.roles' },
};

export const machineClient: TenantClient = {
  client_id: 'test-machine',
  client_secret: 'test-machine-secret',
  name: 'Test machine',
  grant_types: ['client_credentials'],
  scopes: ['read:users', 'read:user_idp_tokens', 'read:connections', 'read:logs'],
};

/** Starts a tenant on a free port with Kelly (of organization org_1), Ivan and the blocked Bo in it. */
export async function startTestTenant(options: Partial<TenantOptions> = {}): Promise<RunningTenant> {
  return startTenant({
    port: 0,
    clients: [webClient, machineClient],
    controlSecret: 'secret-of-the-test',
    seed: async (tenant) => {
      const password_hash = await hashPassword(testPassword);
      for (const user of testUsers()) tenant.store.users.set(user.user_id, { ...user, password_hash });
      addMember(tenant, 'org_1', 'auth0|kelly');
    },
    ...options,
  });
}

/** A token for the Management API, with every scope of `machineClient`. */
export async function machineToken(tenant: RunningTenant): Promise<string> {
  const answer = await fetch(`${tenant.url}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: machineClient.client_id,
      client_secret: machineClient.client_secret,
      audience: `${tenant.issuer}api/v2/`,
    }),
  });
  const { access_token } = await answer.json();
  return access_token;
}

/** Puts a user in or changes one, past the rules of the API. */
export async function putUser(tenant: RunningTenant, user: object): Promise<void> {
  const answer = await fetch(`${tenant.url}/_control/users`, {
    method: 'POST',
    headers: { authorization: 'Bearer secret-of-the-test', 'content-type': 'application/json' },
    body: JSON.stringify(user),
  });
  if (answer.status !== 201) throw new Error(`The user was not put in: ${await answer.text()}`);
}

function testUsers(): TenantUser[] {
  return [
    testUser('kelly', { name: 'Kelly Brandt', app_metadata: { roles: ['Delegated Admin - User'] } }),
    testUser('ivan', { name: 'Ivan Petrov', username: 'ivan' }),
    testUser('bo', { name: 'Bo Blocked', blocked: true }),
  ];
}

function testUser(id: string, attributes: Partial<TenantUser>): TenantUser {
  const time = '2026-01-02T03:04:05.000Z';
  const connection = 'Username-Password-Authentication';
  return {
    user_id: `auth0|${id}`,
    identities: [{ connection, provider: 'auth0', user_id: id, isSocial: false }],
    created_at: time,
    updated_at: time,
    email: `${id}@example.com`,
    email_verified: true,
    nickname: id,
    picture: `https://example.com/${id}.png`,
    ...attributes,
  };
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimsOf, tokenRequest } from '../server/testing/code-flow.ts';
import { machineClient, startTestTenant, testPassword } from '../server/testing/test-tenant.ts';
import type { RunningTenant } from '../start-tenant.ts';
import { passwordRealmGrant } from './client.ts';

let tenant: RunningTenant;
let audience: string;

beforeAll(async () => {
  tenant = await startTestTenant();
  audience = `${tenant.issuer}api/v2/`;
});

afterAll(() => tenant.close());

async function ask(init: RequestInit) {
  const answer = await fetch(`${tenant.url}/oauth/token`, { method: 'POST', ...init });
  return { status: answer.status, body: await answer.json() };
}

const credentials = () => ({
  grant_type: 'client_credentials',
  client_id: machineClient.client_id,
  client_secret: machineClient.client_secret,
  audience,
});

function json(body: object): RequestInit {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

describe('client credentials', () => {
  test('are taken as JSON, as a form and in the header, and make a token like Auth0’s', async () => {
    const { client_id, client_secret, ...rest } = credentials();
    const basic = Buffer.from(`${client_id}:${client_secret}`).toString('base64');
    const answers = await Promise.all([
      ask(json(credentials())),
      ask({ body: new URLSearchParams(credentials()) }),
      ask({ headers: { authorization: `Basic ${basic}` }, body: new URLSearchParams(rest) }),
    ]);
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(body).toEqual({
        access_token: expect.any(String),
        scope: machineClient.scopes?.join(' '),
        expires_in: 86_400,
        token_type: 'Bearer',
      });
      expect(claimsOf(body.access_token)).toMatchObject({
        iss: tenant.issuer,
        sub: 'test-machine@clients',
        aud: audience,
        azp: 'test-machine',
        gty: 'client-credentials',
        scope: machineClient.scopes?.join(' '),
      });
    }
  });

  test('give no more than the client’s grant holds, and less where less is asked for', async () => {
    const { body } = await ask(json({ ...credentials(), scope: 'read:users delete:users' }));
    expect(body.scope).toBe('read:users');
  });

  test.each([
    ['a wrong secret', { client_secret: 'wrong' }, 401, 'access_denied'],
    ['an unknown client', { client_id: 'nobody' }, 401, 'access_denied'],
    ['a foreign audience', { audience: 'https://example.com/' }, 403, 'access_denied'],
    ['no audience', { audience: undefined }, 403, 'access_denied'],
    ['an unknown grant', { grant_type: 'urn:unknown' }, 403, 'unsupported_grant_type'],
    ['a grant that the client has not', { grant_type: 'authorization_code' }, 403, 'unauthorized_client'],
  ])('%s is refused in Auth0’s words', async (_, change, status, error) => {
    const answer = await ask(json({ ...credentials(), ...change }));
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ error, error_description: expect.any(String) });
  });

  test.each([
    ['JSON that does not parse', { headers: { 'content-type': 'application/json' }, body: '{' }, 400],
    ['a list in place of an object', json([]), 401],
    ['a body of 5 MB', { body: new URLSearchParams({ client_id: 'x'.repeat(5_000_000) }) }, 413],
  ])('%s is refused with a sentence', async (_, init, status) => {
    const answer = await ask(init);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).not.toMatch(/at .*\.ts/);
  });
});

describe('the password grant with a realm', () => {
  const grant = {
    grant_type: passwordRealmGrant,
    username: 'kelly@example.com',
    realm: 'Username-Password-Authentication',
    scope: 'openid profile email offline_access',
  };

  test('gives tokens for the right password, and the refresh token works until it is taken back', async () => {
    const { status, body } = await tokenRequest(tenant, { ...grant, password: testPassword });
    expect(status).toBe(200);
    expect(claimsOf(body.id_token)).toMatchObject({ sub: 'auth0|kelly', email: 'kelly@example.com' });
    const refresh = { grant_type: 'refresh_token', refresh_token: String(body.refresh_token) };
    expect((await tokenRequest(tenant, refresh)).status).toBe(200);
    const revoked = await fetch(`${tenant.url}/oauth/revoke`, {
      method: 'POST',
      ...json({ client_id: 'test-web', client_secret: 'test-web-secret', token: body.refresh_token }),
    });
    expect(revoked.status).toBe(200);
    expect((await tokenRequest(tenant, refresh)).status).toBe(403);
  });

  test.each([
    ['a wrong password', { password: 'wrong' }, 403, 'invalid_grant', 'Wrong email or password.'],
    ['another realm', { realm: 'elsewhere' }, 403, 'invalid_grant', 'Wrong email or password.'],
    ['a blocked user', { username: 'bo@example.com' }, 401, 'unauthorized', 'user is blocked'],
  ])('%s is refused', async (_, change, status, error, error_description) => {
    const answer = await tokenRequest(tenant, { ...grant, password: testPassword, ...change });
    expect(answer).toEqual({ status, body: { error, error_description } });
  });

  test('a person’s token is worth nothing at the Management API', async () => {
    const { body } = await tokenRequest(tenant, { ...grant, audience, password: testPassword });
    const answer = await fetch(`${tenant.url}/api/v2/connections`, {
      headers: { authorization: `Bearer ${body.access_token}` },
    });
    expect(answer.status).toBe(403);
  });
});

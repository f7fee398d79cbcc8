import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { machineClient, machineToken, startTestTenant, webClient } from '../../server/testing/test-tenant.ts';
import type { RunningTenant } from '../../start-tenant.ts';
import type { Connection } from '../connections/connection.ts';

const connection = 'With history';
let tenant: RunningTenant;
let token = '';

const withHistory: Connection = {
  id: 'con_history',
  name: connection,
  strategy: 'auth0',
  realms: [connection],
  is_domain_connection: false,
  enabled_clients: [webClient.client_id],
  options: { password_history: { enable: true, size: 2 } },
};

beforeAll(async () => {
  const scopes = ['create:users', 'update:users', 'read:users', 'delete:users'];
  tenant = await startTestTenant({
    clients: [webClient, { ...machineClient, scopes }],
    seed: ({ store }) => store.collection<Connection>('connections').set(withHistory.id, withHistory),
  });
  token = await machineToken(tenant);
});

afterAll(() => tenant.close());

function ask(method: string, path: string, body: object): Promise<Response> {
  return fetch(`${tenant.url}/api/v2${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function canSignIn(username: string, password: string): Promise<boolean> {
  const answer = await fetch(`${tenant.url}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'http://auth0.com/oauth/grant-type/password-realm',
      client_id: webClient.client_id,
      client_secret: webClient.client_secret,
      realm: connection,
      scope: 'openid',
      username,
      password,
    }),
  });
  return answer.status === 200;
}

describe('a password', () => {
  test('works from the moment it is set, and the one before no longer', async () => {
    const email = 'jane@example.com';
    const { user_id } = await (await ask('POST', '/users', { connection, email, password: 'first' })).json();
    expect(await canSignIn(email, 'first')).toBe(true);
    const changed = await ask('PATCH', `/users/${encodeURIComponent(user_id)}`, {
      connection,
      password: 'second',
    });
    expect(await changed.json()).toMatchObject({ last_password_reset: expect.stringMatching(/^20/) });
    expect(await canSignIn(email, 'first')).toBe(false);
    expect(await canSignIn(email, 'second')).toBe(true);
  });

  test('cannot be one of the last two where the connection remembers them', async () => {
    const email = 'john@example.com';
    const { user_id } = await (await ask('POST', '/users', { connection, email, password: 'one' })).json();
    const set = async (password: string) => {
      const answer = await ask('PATCH', `/users/${encodeURIComponent(user_id)}`, { connection, password });
      return (await answer.json()).message ?? answer.status;
    };
    const used = 'PasswordHistoryError: Password has previously been used';
    expect(await set('one')).toBe(used);
    expect(await set('two')).toBe(200);
    expect(await set('one')).toBe(used);
    expect(await set('three')).toBe(200);
    expect(await set('two')).toBe(used);
    expect(await set('one')).toBe(200);
  });

  test('of a deleted user is forgotten, for whoever has the id next', async () => {
    const jim = { connection, email: 'jim@example.com', user_id: 'jim' };
    const path = '/users/auth0%7Cjim';
    expect((await ask('POST', '/users', { ...jim, password: 'one' })).status).toBe(201);
    expect((await ask('PATCH', path, { connection, password: 'two' })).status).toBe(200);
    expect((await ask('DELETE', path, {})).status).toBe(204);
    expect((await ask('POST', '/users', { ...jim, password: 'three' })).status).toBe(201);
    expect((await ask('PATCH', path, { connection, password: 'one' })).status).toBe(200);
  });
});

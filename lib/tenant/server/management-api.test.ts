import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint } from '../management/endpoint.ts';
import type { RunningTenant } from '../start-tenant.ts';
import { pathMatcher } from './match-path.ts';
import { machineToken, startTestTenant } from './testing/test-tenant.ts';

let tenant: RunningTenant;
let token: string;

beforeAll(async () => {
  tenant = await startTestTenant();
  token = await machineToken(tenant);
});

afterAll(() => tenant.close());

async function call(path: string, init: RequestInit = {}, bearer: string | undefined = token) {
  const answer = await fetch(`${tenant.url}/api/v2${path}`, {
    ...init,
    headers: { ...(bearer && { authorization: `Bearer ${bearer}` }), ...init.headers },
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === '' ? undefined : JSON.parse(text) };
}

const asJson = { 'content-type': 'application/json' };

describe('the Management API', () => {
  test('answers a token with the right scope, and 403 names the scope that another lacks', async () => {
    expect((await call('/connections')).status).toBe(200);
    expect(await call('/roles')).toMatchObject({
      status: 403,
      body: {
        statusCode: 403,
        error: 'Forbidden',
        message: expect.stringContaining('read:roles'),
        errorCode: 'insufficient_scope',
      },
    });
  });

  test('refuses every token that it did not make for this audience', async () => {
    const [header = '', payload = '', signature = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const none = `${encode({ alg: 'none' })}.${payload}.`;
    const symmetric = `${encode({ alg: 'HS256', kid: JSON.parse(atob(header)).kid })}.${payload}`;
    const jwks = await (await fetch(`${tenant.url}/.well-known/jwks.json`)).text();
    const other = await startTestTenant();
    const foreign = await machineToken(other);
    await other.close();
    const forged = [
      '',
      'nonsense',
      none,
      `${symmetric}.${createHmac('sha256', jwks).update(symmetric).digest('base64url')}`,
      `${header}.${encode({ ...claims, scope: 'read:roles' })}.${signature}`,
      `${header}.${encode({ ...claims, exp: claims.exp + 1 })}.${signature}`,
      `${token}.more`,
      foreign,
    ];
    for (const bearer of forged) {
      expect(await call('/connections', {}, bearer)).toMatchObject({
        status: 401,
        body: { statusCode: 401, error: 'Unauthorized', errorCode: 'invalid_token' },
      });
    }
    expect((await call('/connections')).status).toBe(200);
  });

  test.each(['/nothing', '/connections/a/b/c', '/%zz', '/', '/roles%2F..%2Fconnections'])(
    '%s is 404 in Auth0’s shape',
    async (path) => {
      expect(await call(path)).toMatchObject({
        status: 404,
        body: { statusCode: 404, error: 'Not Found', message: 'Not Found' },
      });
    },
  );

  test('an address beyond every limit is 414, and a long one is read', async () => {
    expect((await call(`/connections?name=${'x'.repeat(60_000)}`)).status).toBe(414);
    expect((await call(`/connections?name=${'x'.repeat(6_000)}`)).status).toBe(200);
  });

  test('a broken, a foreign and a huge body are refused in Auth0’s shape', async () => {
    const writer = await startTestTenant({
      clients: [{ ...tenantMachine, scopes: ['create:connections'] }],
    });
    const bearer = await machineToken(writer);
    const post = (headers: Record<string, string>, body: string | Buffer<ArrayBuffer>) =>
      fetch(`${writer.url}/api/v2/connections`, {
        method: 'POST',
        headers: { authorization: `Bearer ${bearer}`, ...headers },
        body,
      });
    try {
      for (const body of ['{', '{"name":', Buffer.from([0x22, 0xff, 0x22])]) {
        const answer = await post(asJson, body);
        expect(answer.status).toBe(400);
        expect(await answer.json()).toMatchObject({ statusCode: 400, errorCode: 'invalid_body' });
      }
      expect((await post({ 'content-type': 'text/plain' }, 'name')).status).toBe(400);
      const huge = await post(asJson, JSON.stringify({ name: 'x'.repeat(5_000_000) }));
      expect(huge.status).toBe(413);
      expect(await huge.json()).toMatchObject({ statusCode: 413, error: 'Payload Too Large' });
      const right = await post(asJson, JSON.stringify({ name: 'More-People', strategy: 'auth0' }));
      expect(right.status).toBe(201);
    } finally {
      await writer.close();
    }
  });
});

const tenantMachine = {
  client_id: 'test-machine',
  client_secret: 'test-machine-secret',
  name: 'Test machine',
  grant_types: ['client_credentials'],
} as const;

describe('paths', () => {
  const endpoint = (method: Endpoint['method'], path: string) => ({ method, path });
  const match = pathMatcher([
    endpoint('GET', '/users/{id}'),
    endpoint('GET', '/users/count'),
    endpoint('DELETE', '/users/{id}'),
    endpoint('GET', '/users/{id}/roles'),
  ]);

  test.each([
    ['/users/auth0%7C1', { id: 'auth0|1' }],
    ['/users/a%2Fb%3Fc%23d%25', { id: 'a/b?c#d%' }],
    ['/users/..', { id: '..' }],
    ['/users/count', {}],
  ])('%s is split before it is decoded', (path, params) => {
    expect(match('GET', path)).toMatchObject({ found: 'route', params });
  });

  test('a literal segment wins, a method decides, and an empty id is no id', () => {
    expect(match('GET', '/users/count')).toMatchObject({ route: { path: '/users/count' } });
    expect(match('DELETE', '/users/1')).toMatchObject({ route: { method: 'DELETE' } });
    expect(match('PATCH', '/users/1')).toMatchObject({ found: 'path' });
    expect(match('GET', '/users/')).toMatchObject({ found: 'nothing' });
    expect(match('GET', '/users//roles')).toMatchObject({ found: 'nothing' });
  });
});

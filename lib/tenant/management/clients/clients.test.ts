import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
let audience: string;

beforeAll(async () => {
  api = await startTestApi(20);
  audience = `${api.url}/api/v2/`;
});

afterAll(() => api.close());

const web = {
  name: 'Console',
  app_type: 'regular_web',
  callbacks: ['https://console.example.com/auth/callback'],
  allowed_logout_urls: ['https://console.example.com'],
  client_metadata: { made_by: 'test' },
};

/** A machine client made by the API that holds exactly these scopes. */
async function machineWith(scope: string[]) {
  const { body: client } = await api.call('POST', '/clients', { name: 'M', app_type: 'non_interactive' });
  const grant = { client_id: client.client_id, audience, scope };
  expect((await api.call('POST', '/client-grants', grant)).status).toBe(201);
  return client;
}

async function tokenOf({ client_id, client_secret }: { client_id: string; client_secret: string }) {
  const answer = await fetch(`${api.url}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ grant_type: 'client_credentials', client_id, client_secret, audience }),
  });
  return { status: answer.status, body: await answer.json() };
}

async function askWith(scope: string[], path: string) {
  const { body } = await tokenOf(await machineWith(scope));
  const answer = await fetch(`${api.url}/api/v2${path}`, {
    headers: { authorization: `Bearer ${body.access_token}` },
  });
  return { status: answer.status, body: await answer.json() };
}

describe('clients', () => {
  test('are made with an id and a secret, read, changed and deleted', async () => {
    const made = await api.call('POST', '/clients', web);
    expect(made).toMatchObject({
      status: 201,
      body: {
        ...web,
        client_id: expect.stringMatching(/^[A-Za-z0-9]{32}$/),
        client_secret: expect.stringMatching(/^[\w-]{64}$/),
        grant_types: ['authorization_code', 'implicit', 'refresh_token', 'client_credentials'],
      },
    });
    const path = `/clients/${made.body.client_id}`;
    expect((await api.call('GET', path)).body).toEqual(made.body);
    const changed = await api.call('PATCH', path, {
      callbacks: ['https://other.example.com/cb'],
      client_metadata: { made_by: null, team: 'IT' },
    });
    expect(changed.body).toMatchObject({
      callbacks: ['https://other.example.com/cb'],
      allowed_logout_urls: web.allowed_logout_urls,
      client_metadata: { team: 'IT' },
    });
    expect(changed.body.client_metadata).not.toHaveProperty('made_by');
    expect((await api.call('DELETE', path)).status).toBe(204);
    expect(await api.call('GET', path)).toMatchObject({
      status: 404,
      body: { error: 'Not Found', errorCode: 'inexistent_client' },
    });
    expect((await api.call('DELETE', path)).status).toBe(204);
  });

  test('may share a name', async () => {
    const [first, second] = [
      await api.call('POST', '/clients', web),
      await api.call('POST', '/clients', web),
    ];
    expect(second.status).toBe(201);
    expect(second.body.client_id).not.toBe(first.body.client_id);
  });

  test('are listed by page, by checkpoint and by kind, those of the start among them', async () => {
    const { body } = await api.call('GET', '/clients?include_totals=true');
    expect(body).toMatchObject({ start: 0, limit: 50, total: body.clients.length });
    expect(body.clients.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['Tests', 'Web']),
    );
    const first = await api.call('GET', '/clients?take=1');
    const second = await api.call('GET', `/clients?take=1&from=${first.body.next}`);
    expect(second.body.clients[0].client_id).not.toBe(first.body.clients[0].client_id);
    const machines = await api.call('GET', '/clients?app_type=non_interactive&fields=name,app_type');
    expect(machines.body).toContainEqual({ name: 'Tests', app_type: 'non_interactive' });
    expect(machines.body.every((one: { app_type: string }) => one.app_type === 'non_interactive')).toBe(true);
  });

  test('never show the secret that the start’s options gave', async () => {
    expect((await api.call('GET', '/clients/web')).body).toMatchObject({ client_id: 'web', name: 'Web' });
    expect((await api.call('GET', '/clients')).text).not.toContain('web-secret');
  });

  test.each([
    ['no name', { app_type: 'regular_web' }],
    ['a name with <', { name: 'a<b' }],
    ['an unknown kind', { name: 'A', app_type: 'robot' }],
    ['a callback that is no address', { name: 'A', callbacks: ['nowhere'] }],
    ['a secret of one’s own', { name: 'A', client_secret: 'x' }],
    ['an unknown member', { name: 'A', colour: 'red' }],
    [
      'too much metadata',
      { name: 'A', client_metadata: Object.fromEntries('abcdefghijk'.split('').map((key) => [key, 'x'])) },
    ],
  ])('with %s are refused', async (_, body) => {
    const before = (await api.call('GET', '/clients?include_totals=true')).body.total;
    expect(await api.call('POST', '/clients', body)).toMatchObject({
      status: 400,
      body: { statusCode: 400, error: 'Bad Request', errorCode: 'invalid_body' },
    });
    expect((await api.call('GET', '/clients?include_totals=true')).body.total).toBe(before);
    expect((await api.call('POST', '/clients', { name: 'A' })).status).toBe(201);
  });

  test('show as much as the token’s scopes let it see', async () => {
    const { body: client } = await api.call('POST', '/clients', web);
    const path = `/clients/${client.client_id}`;
    expect((await askWith(['read:client_keys'], path)).body.client_secret).toBe(client.client_secret);
    const settings = await askWith(['read:clients'], path);
    expect(settings.body).toMatchObject({ callbacks: web.callbacks });
    expect(settings.body).not.toHaveProperty('client_secret');
    const summary = await askWith(['read:client_summary'], path);
    expect(Object.keys(summary.body).sort()).toEqual(['app_type', 'client_id', 'name']);
    expect(await askWith(['read:users'], path)).toMatchObject({
      status: 403,
      body: {
        statusCode: 403,
        error: 'Forbidden',
        errorCode: 'insufficient_scope',
        message: expect.stringContaining('read:clients'),
      },
    });
  });
});

describe('client grants', () => {
  test('give a client the scopes they name, from the next token on', async () => {
    const client = await machineWith(['read:users']);
    expect((await tokenOf(client)).body).toMatchObject({ scope: 'read:users', token_type: 'Bearer' });
    const query = new URLSearchParams({ client_id: client.client_id, audience });
    const [grant] = (await api.call('GET', `/client-grants?${query}`)).body;
    expect(grant).toMatchObject({ scope: ['read:users'], subject_type: 'client', audience });
    await api.call('PATCH', `/client-grants/${grant.id}`, { scope: ['read:users', 'read:logs'] });
    expect((await tokenOf(client)).body.scope).toBe('read:users read:logs');
    expect((await api.call('DELETE', `/client-grants/${grant.id}`)).status).toBe(204);
    expect(await tokenOf(client)).toMatchObject({
      status: 403,
      body: { error: 'access_denied', error_description: expect.stringContaining('client-grant') },
    });
  });

  test('there is one for each client and API: a second is a conflict', async () => {
    const client = await machineWith(['read:users']);
    const again = { client_id: client.client_id, audience, scope: ['read:logs'] };
    expect(await api.call('POST', '/client-grants', again)).toMatchObject({
      status: 409,
      body: { statusCode: 409, error: 'Conflict', errorCode: 'conflict' },
    });
    expect((await tokenOf(client)).body.scope).toBe('read:users');
  });

  test.each([
    ['a client that is not there', { client_id: 'nobody' }, 404, 'inexistent_client'],
    ['an API that is not there', { audience: 'https://api.example.com/' }, 404, 'inexistent_resource_server'],
    ['no audience', { audience: undefined }, 400, 'invalid_body'],
  ])('for %s are refused', async (_, change, status, errorCode) => {
    const { body: client } = await api.call('POST', '/clients', { name: 'M', app_type: 'non_interactive' });
    const grant = { client_id: client.client_id, audience, scope: [] };
    expect(await api.call('POST', '/client-grants', { ...grant, ...change })).toMatchObject({
      status,
      body: { errorCode },
    });
    expect((await api.call('POST', '/client-grants', grant)).status).toBe(201);
  });

  test('a deleted client’s secret and grant are worth nothing, and no connection names it', async () => {
    const client = await machineWith(['read:users']);
    const [connection] = (await api.call('GET', '/connections')).body;
    const clients = `/connections/${connection.id}/clients`;
    await api.call('PATCH', clients, [{ client_id: client.client_id, status: true }]);
    await api.call('DELETE', `/clients/${client.client_id}`);
    expect((await tokenOf(client)).status).toBe(401);
    expect((await api.call('GET', `/client-grants?client_id=${client.client_id}`)).body).toEqual([]);
    expect((await api.call('GET', clients)).text).not.toContain(client.client_id);
  });
});

describe('a connection’s options', () => {
  test.each(['/connections', '/connections/{id}'])('at %s want a scope of their own', async (template) => {
    const [{ id }] = (await api.call('GET', '/connections')).body;
    const path = template.replace('{id}', id);
    const without = [(await askWith(['read:connections'], path)).body].flat()[0];
    expect(without).toMatchObject({ id });
    expect(without).not.toHaveProperty('options');
    const withThem = await askWith(['read:connections', 'read:connections_options'], path);
    expect([withThem.body].flat()[0]).toHaveProperty('options');
  });
});

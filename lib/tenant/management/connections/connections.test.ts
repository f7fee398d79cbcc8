import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi(20);
});

afterAll(() => api.close());

async function idNamed(name: string): Promise<string> {
  const { body } = await api.call('GET', `/connections?name=${name}`);
  return body[0].id;
}

describe('connections', () => {
  test('are listed by page, by checkpoint, by strategy and by name, without their clients', async () => {
    const all = await api.call('GET', '/connections');
    expect(all.body).toHaveLength(4);
    expect(all.body[0]).not.toHaveProperty('enabled_clients');
    const databases = await api.call('GET', '/connections?strategy=auth0&include_totals=true');
    expect(databases.body).toMatchObject({ start: 0, limit: 50, total: 2 });
    const first = await api.call('GET', '/connections?take=3');
    const rest = await api.call('GET', `/connections?take=3&from=${first.body.next}`);
    const ids = [...first.body.connections, ...rest.body.connections].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    expect(rest.body).not.toHaveProperty('next');
    expect((await api.call('GET', '/connections?fields=name,strategy')).body[0]).toEqual({
      name: expect.any(String),
      strategy: expect.any(String),
    });
  });

  test('tell their password policy and their clients', async () => {
    const id = await idNamed('Username-Password-Authentication');
    expect((await api.call('GET', `/connections/${id}`)).body).toMatchObject({
      strategy: 'auth0',
      options: { passwordPolicy: 'good', password_complexity_options: { min_length: 8 } },
      enabled_clients: ['steward-console', 'steward-demo-intranet', 'steward-demo-expenses'],
    });
    const clients = await api.call('GET', `/connections/${id}/clients`);
    const ids = ['steward-console', 'steward-demo-expenses', 'steward-demo-intranet'];
    expect(clients.body).toEqual({ clients: ids.map((clientId) => ({ client_id: clientId })) });
  });

  test('are made, changed, enabled for clients and deleted with their users', async () => {
    const made = await api.call('POST', '/connections', {
      name: 'Partners',
      strategy: 'auth0',
      options: { passwordPolicy: 'low' },
    });
    expect(made).toMatchObject({ status: 201, body: { id: expect.stringMatching(/^con_[A-Za-z0-9]{16}$/) } });
    const path = `/connections/${made.body.id}`;
    await api.call('PATCH', path, { options: { passwordPolicy: 'excellent' } });
    const changes = [
      { client_id: 'a', status: true },
      { client_id: 'b', status: true },
    ];
    expect((await api.call('PATCH', `${path}/clients`, changes)).status).toBe(204);
    await api.call('PATCH', `${path}/clients`, [{ client_id: 'a', status: false }]);
    expect((await api.call('GET', path)).body).toMatchObject({
      options: { passwordPolicy: 'excellent' },
      enabled_clients: ['b'],
    });
    await api.control('POST', '/users', { user_id: 'auth0|partner', connection: 'Partners' });
    await api.control('POST', '/users', { user_id: 'auth0|other' });
    expect((await api.call('DELETE', path)).status).toBe(202);
    expect((await api.call('GET', path)).body.errorCode).toBe('inexistent_connection');
    expect((await api.call('GET', '/users/auth0%7Cpartner/roles')).status).toBe(404);
    expect((await api.call('GET', '/users/auth0%7Cother/roles')).status).toBe(200);
  });

  test.each([
    ['a taken name', { name: 'Contractors', strategy: 'auth0' }, 409, 'conflict'],
    ['no strategy', { name: 'No-Strategy' }, 400, 'invalid_body'],
    ['an unknown member', { name: 'Odd', strategy: 'auth0', colour: 'red' }, 400, 'invalid_body'],
    ['a name with spaces', { name: 'A b', strategy: 'auth0' }, 400, 'invalid_body'],
  ])('with %s are refused', async (_, body, status, errorCode) => {
    const before = (await api.call('GET', '/connections')).body.length;
    expect(await api.call('POST', '/connections', body)).toMatchObject({
      status,
      body: { statusCode: status, errorCode },
    });
    expect((await api.call('GET', '/connections')).body).toHaveLength(before);
  });

  test.each(['per_page=101', 'page=-1', 'page=x', 'include_totals=1', 'take=0'])(
    'refuse ?%s, and take its twin',
    async (query) => {
      expect(await api.call('GET', `/connections?${query}`)).toMatchObject({
        status: 400,
        body: { errorCode: 'invalid_query_string' },
      });
      expect((await api.call('GET', '/connections?per_page=100&page=0')).status).toBe(200);
    },
  );
});

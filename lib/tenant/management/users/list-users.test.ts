import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi(240);
});

afterAll(() => api.close());

function list(parameters: Record<string, string>) {
  return api.call('GET', `/users?${new URLSearchParams(parameters)}`);
}

interface Row {
  user_id: string;
  name?: string;
  app_metadata?: { department?: string };
}

describe('GET /users', () => {
  test('a search answers those whom it finds, a page at a time, with the number of all', async () => {
    const q = 'app_metadata.department:"Finance"';
    const first = await list({
      q,
      search_engine: 'v3',
      sort: 'name:1',
      per_page: '10',
      include_totals: 'true',
    });
    const second = await list({ q, sort: 'name:1', per_page: '10', page: '1' });
    expect(first.body).toMatchObject({ start: 0, limit: 10, length: 10 });
    expect(first.body.total).toBeGreaterThan(20);
    const rows: Row[] = [...first.body.users, ...second.body];
    expect(rows.map((user) => user.app_metadata?.department)).toEqual(Array(20).fill('Finance'));
    const names = rows.map((user) => user.name?.toLowerCase() ?? '');
    expect(names).toEqual(names.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    expect(new Set(rows.map((user) => user.user_id)).size).toBe(20);
  });

  test('no password hash is in a list, and none can be searched for', async () => {
    const { text } = await list({ per_page: '100' });
    expect(text).toContain('user_id');
    expect(text).not.toContain('password_hash');
    expect((await list({ q: '_exists_:password_hash' })).body).toEqual([]);
  });

  test('fields are picked or left out', async () => {
    const picked = await list({ fields: 'user_id,name', per_page: '1' });
    expect(Object.keys(picked.body[0]).toSorted()).toEqual(['name', 'user_id']);
    const left = await list({ fields: 'user_id,name', include_fields: 'false', per_page: '1' });
    expect(left.body[0]).toHaveProperty('identities');
    expect(left.body[0]).not.toHaveProperty('name');
  });

  test('connection narrows a search', async () => {
    const all = await list({ include_totals: 'true', per_page: '0' });
    const few = await list({ connection: 'Contractors', include_totals: 'true', per_page: '0' });
    expect(few.body.total).toBeGreaterThan(0);
    expect(few.body.total).toBeLessThan(all.body.total);
    const q = 'identities.connection:Contractors OR name:x';
    expect((await list({ q, connection: 'Nowhere' })).body).toEqual([]);
  });

  test.each([
    [{ page: '9', per_page: '100' }, 200, undefined],
    [{ page: '10', per_page: '100' }, 400, 'invalid_paging'],
    [{ page: '0', per_page: '101' }, 400, 'invalid_query_string'],
    [{ page: '-1' }, 400, 'invalid_query_string'],
    [{ q: 'name:(((' }, 400, 'invalid_query_string'],
    [{ q: 'name:*a*' }, 400, 'invalid_query_string'],
    [{ q: 'name:*ann*' }, 200, undefined],
    [{ q: 'user_metadata.locale:e*' }, 400, 'invalid_query_string'],
    [{ q: 'user_metadata.locale:en' }, 200, undefined],
    [{ q: '' }, 200, undefined],
    [{ q: `name:${'a'.repeat(7000)}` }, 200, undefined],
    [{ q: `name:${'a'.repeat(8000)}` }, 414, undefined],
    [{ q: `name:"${'é'.repeat(1400)}"` }, 414, undefined],
    [{ sort: 'last_login:-1' }, 200, undefined],
    [{ sort: 'last_login' }, 400, 'invalid_query_string'],
    [{ sort: 'app_metadata.department:1' }, 400, 'invalid_query_string'],
    [{ search_engine: 'v2' }, 400, 'invalid_query_string'],
    [{ include_totals: 'yes' }, 400, 'invalid_query_string'],
  ])('%o is answered with %i %s', async (parameters, status, errorCode) => {
    const answer = await list(parameters);
    expect(answer.status).toBe(status);
    if (status !== 200) {
      expect(answer.body).toMatchObject({ statusCode: status, message: expect.any(String) });
      expect(answer.body.errorCode).toBe(errorCode);
    }
  });

  test('a delayed index hides a new user from the search, and from nothing else', async () => {
    const body = {
      connection: 'Username-Password-Authentication',
      email: 'late@example.com',
      password: 'Paper-Moon-77',
    };
    await api.control('PATCH', '/faults', { indexDelayMs: 60_000 });
    const { body: created } = await api.call('POST', '/users', body);
    expect((await list({ q: 'email:late@example.com' })).body).toEqual([]);
    expect((await api.call('GET', `/users/${encodeURIComponent(created.user_id)}`)).status).toBe(200);
    expect((await api.call('GET', '/users-by-email?email=late@example.com')).body).toHaveLength(1);
    await api.control('PATCH', '/faults', { indexDelayMs: 0 });
    await api.call('PATCH', `/users/${encodeURIComponent(created.user_id)}`, { name: 'Late' });
    expect((await list({ q: 'email:late@example.com' })).body).toHaveLength(1);
  });
});

describe('GET /users-by-email', () => {
  test('finds the exact address, and asks for one', async () => {
    expect((await api.call('GET', '/users-by-email?email=kelly@example.com')).body[0].email).toBe(
      'kelly@example.com',
    );
    expect((await api.call('GET', '/users-by-email?email=Kelly@example.com')).body).toEqual([]);
    expect((await api.call('GET', '/users-by-email')).status).toBe(400);
  });
});

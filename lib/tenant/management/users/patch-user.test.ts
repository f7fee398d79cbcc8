import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

const connection = 'Username-Password-Authentication';

let api: TestApi;
let count = 0;

beforeAll(async () => {
  api = await startTestApi();
});

afterAll(() => api.close());

async function newUser(
  attributes: object = {},
): Promise<{ user_id: string; updated_at: string; email: string }> {
  count += 1;
  const email = `person${count}@example.com`;
  const { body } = await api.call('POST', '/users', {
    connection,
    email,
    password: 'Paper-Moon-77',
    ...attributes,
  });
  return body;
}

function patch(userId: string, body: object) {
  return api.call('PATCH', `/users/${encodeURIComponent(userId)}`, body);
}

describe('PATCH /users/{id}: metadata', () => {
  test('is merged on the first level only; null deletes a key, and an empty object all of them', async () => {
    const user = await newUser({ app_metadata: { keep: 1, nested: { a: 1, b: 2 }, drop: true } });
    const merged = await patch(user.user_id, { app_metadata: { nested: { a: 9 }, drop: null } });
    expect(merged.body.app_metadata).toEqual({ keep: 1, nested: { a: 9 } });
    expect(merged.body.user_metadata).toBeUndefined();
    expect((await patch(user.user_id, { user_metadata: { a: 1 } })).body.app_metadata).toEqual({
      keep: 1,
      nested: { a: 9 },
    });
    const wiped = await patch(user.user_id, { app_metadata: {} });
    expect(wiped.body.app_metadata).toEqual({});
    expect(wiped.body.user_metadata).toEqual({ a: 1 });
  });

  test('has the rules for names that it has on creation', async () => {
    const { user_id } = await newUser();
    expect((await patch(user_id, { app_metadata: { user_id: 'x' } })).status).toBe(400);
    expect((await patch(user_id, { user_metadata: { user_id: 'x' } })).status).toBe(200);
    expect((await patch(user_id, { user_metadata: { 'a.b': 'x' } })).status).toBe(400);
  });
});

describe('PATCH /users/{id}: attributes', () => {
  test('changes what the body names, nothing else, and when it was changed', async () => {
    const user = await newUser({ given_name: 'Jo', family_name: 'Do' });
    const { body } = await patch(user.user_id, { name: 'Jo Do', blocked: true, given_name: null });
    const { given_name: _gone, ...rest } = { ...user, given_name: 'Jo' };
    expect(body).toEqual({ ...rest, name: 'Jo Do', blocked: true, updated_at: body.updated_at });
    expect(body.updated_at > user.updated_at).toBe(true);
    const again = await patch(user.user_id, { blocked: false });
    expect(again.body.blocked).toBe(false);
    expect(again.body.updated_at > body.updated_at).toBe(true);
  });

  test('no two changes have the same time, however quickly they follow each other', async () => {
    const { user_id } = await newUser();
    const answers = await Promise.all(Array.from({ length: 20 }, () => patch(user_id, { blocked: true })));
    expect(new Set(answers.map(({ body }) => body.updated_at)).size).toBe(20);
  });

  test('a new e-mail address is put in lower case and is not verified', async () => {
    const user = await newUser({ email_verified: true });
    const { body } = await patch(user.user_id, { email: 'Changed.Here@example.com', connection });
    expect(body).toMatchObject({ email: 'changed.here@example.com', email_verified: false });
    const same = await patch(user.user_id, {
      email: 'changed.here@example.com',
      connection,
      email_verified: true,
    });
    expect(same.body.email_verified).toBe(true);
    expect((await api.call('GET', `/users-by-email?email=${user.email}`)).body).toEqual([]);
  });

  test('an e-mail address or username of somebody else is a conflict', async () => {
    const [one, other] = [await newUser(), await newUser()];
    const { status, body } = await patch(one.user_id, { email: other.email, connection });
    expect(status).toBe(409);
    expect(body).toMatchObject({ error: 'Conflict', message: 'The specified new email already exists' });
    const contractors = { connection: 'Contractors' };
    const jo = await newUser({ ...contractors, username: 'jojo' });
    await newUser({ ...contractors, username: 'mimi' });
    expect((await patch(jo.user_id, { ...contractors, username: 'Mimi' })).status).toBe(409);
    expect((await patch(jo.user_id, { ...contractors, username: 'Jo-Jo' })).body.username).toBe('jo-jo');
  });

  test.each([
    [{ password: 'x', email: 'x@example.com' }],
    [{ password: 'x', email_verified: true }],
    [{ username: 'x', email: 'x@example.com' }],
    [{ username: 'x', email_verified: true }],
    [{ username: 'x', password: 'x' }],
  ])('%o cannot be changed together', async (pair) => {
    const { status, body } = await patch((await newUser()).user_id, { ...pair, connection });
    expect(status).toBe(400);
    expect(body.message).toMatch(/^Cannot update \w+ and \w+ simultaneously$/);
  });

  test('e-mail address and its verification can be changed together', async () => {
    const { user_id } = await newUser();
    const { body } = await patch(user_id, { email: 'both@example.com', email_verified: true, connection });
    expect(body).toMatchObject({ email: 'both@example.com', email_verified: true });
  });

  test.each([
    ['e-mail address without connection', { email: 'a@example.com' }],
    ['password without connection', { password: 'Paper-Moon-78' }],
    ['a connection that is not the user’s', { email: 'a@example.com', connection: 'Contractors' }],
    ['an unknown connection', { name: 'x', connection: 'Nowhere' }],
    ['no e-mail address at all', { email: null, connection }],
    ['a username where there are none', { username: 'jo', connection }],
    ['no password', { password: null, connection }],
    ['a weak password', { password: 'weak', connection }],
    ['an unknown key', { shoe_size: 44 }],
    ['nothing', {}],
    ['an id', { user_id: 'auth0|x' }],
  ])('%s is refused, and nothing is changed', async (_title, body) => {
    const user = await newUser();
    expect((await patch(user.user_id, body)).status).toBe(400);
    expect((await api.call('GET', `/users/${encodeURIComponent(user.user_id)}`)).body).toEqual(user);
  });

  test('of social and enterprise users only what is the tenant’s can be changed', async () => {
    const query = new URLSearchParams({ q: 'NOT identities.provider:auth0', per_page: '1' });
    const { body: found } = await api.call('GET', `/users?${query}`);
    const { user_id, identities } = found[0];
    for (const body of [
      { email: 'x@example.com' },
      { name: 'X' },
      { nickname: 'x' },
      { email_verified: true },
    ]) {
      const answer = await patch(user_id, { ...body, connection: identities[0].connection });
      expect(answer.status).toBe(400);
      expect(answer.body.message).toContain(Object.keys(body)[0]);
    }
    const allowed = { blocked: true, app_metadata: { department: 'HR' }, user_metadata: { a: 1 } };
    expect((await patch(user_id, allowed)).body).toMatchObject({ blocked: true, user_metadata: { a: 1 } });
  });

  test('a user who is not there is not found', async () => {
    expect((await patch('auth0|nobody', { name: 'x' })).status).toBe(404);
  });
});

describe('GET and DELETE /users/{id}', () => {
  test('a deleted user is gone everywhere, and deleting again is no error', async () => {
    const { user_id, email } = await newUser();
    const path = `/users/${encodeURIComponent(user_id)}`;
    expect((await api.call('GET', path)).status).toBe(200);
    expect((await api.call('DELETE', path)).status).toBe(204);
    const gone = await api.call('GET', path);
    expect(gone.body).toMatchObject({ statusCode: 404, error: 'Not Found', errorCode: 'inexistent_user' });
    expect((await api.call('GET', `/users?q=email:${email}`)).body).toEqual([]);
    expect((await api.call('GET', `/users-by-email?email=${email}`)).body).toEqual([]);
    expect((await api.call('DELETE', path)).status).toBe(204);
    expect((await api.call('POST', '/users', { connection, email, password: 'Paper-Moon-77' })).status).toBe(
      201,
    );
  });

  test('fields are picked, and the hash is never among them', async () => {
    const { user_id } = await newUser();
    const path = `/users/${encodeURIComponent(user_id)}?fields=user_id,password_hash`;
    expect((await api.call('GET', path)).body).toEqual({ user_id });
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi(10);
});

afterAll(() => api.close());

describe('identities', () => {
  test('are linked to a user, and taken off again as a user of their own', async () => {
    const primary = encodeURIComponent(await api.putUser({ user_id: 'auth0|ada', email: 'ada@example.com' }));
    await api.putUser({ user_id: 'google-oauth2|1', connection: 'google-oauth2', email: 'ada@example.com' });
    const linked = await api.call('POST', `/users/${primary}/identities`, {
      provider: 'google-oauth2',
      user_id: '1',
    });
    expect(linked).toMatchObject({
      status: 201,
      body: [{ provider: 'auth0' }, { provider: 'google-oauth2', profileData: { email: 'ada@example.com' } }],
    });
    expect((await api.call('GET', '/users/google-oauth2%7C1')).status).toBe(404);
    expect((await api.call('GET', `/users/${primary}`)).body.identities).toHaveLength(2);
    const unlinked = await api.call('DELETE', `/users/${primary}/identities/google-oauth2/1`);
    expect(unlinked.body).toMatchObject([{ provider: 'auth0' }]);
    expect((await api.call('GET', '/users/google-oauth2%7C1')).body).toMatchObject({
      email: 'ada@example.com',
    });
  });

  test('a user is not linked to itself, and the main identity stays', async () => {
    const id = encodeURIComponent(await api.putUser({ user_id: 'auth0|bo', email: 'bo@example.com' }));
    const self = await api.call('POST', `/users/${id}/identities`, {
      provider: 'auth0',
      user_id: 'auth0|bo',
    });
    expect(self.status).toBe(400);
    expect((await api.call('DELETE', `/users/${id}/identities/auth0/bo`)).status).toBe(400);
    expect((await api.call('GET', `/users/${id}`)).body.identities).toHaveLength(1);
  });
});

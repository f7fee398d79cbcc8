import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

const main = 'Username-Password-Authentication';
const password = 'Paper-Moon-77';

let api: TestApi;
let count = 0;

beforeAll(async () => {
  api = await startTestApi();
});

afterAll(() => api.close());

function freshEmail(): string {
  count += 1;
  return `new.person${count}@example.com`;
}

function create(attributes: object) {
  return api.call('POST', '/users', { connection: main, email: freshEmail(), password, ...attributes });
}

describe('POST /users', () => {
  test('makes a user with what Auth0 adds, and never shows the password', async () => {
    const { status, body, text } = await create({ email: 'Jane.Doe@Example.com' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      user_id: expect.stringMatching(/^auth0\|[0-9a-f]{24}$/),
      email: 'jane.doe@example.com',
      email_verified: false,
      name: 'jane.doe@example.com',
      nickname: 'jane.doe',
      picture: expect.stringMatching(/^https:\/\/s\.gravatar\.com\/avatar\/[0-9a-f]{32}\?/),
      identities: [{ connection: main, provider: 'auth0', isSocial: false, user_id: body.user_id.slice(6) }],
      created_at: body.updated_at,
    });
    expect(text).not.toMatch(/password|scrypt/);
    const read = await api.call('GET', `/users/${encodeURIComponent(body.user_id)}`);
    expect(read.body).toEqual(body);
  });

  test('keeps what the body says', async () => {
    const attributes = {
      name: 'محمد 🙂',
      given_name: 'a'.repeat(150),
      picture: 'https://example.com/p.png',
      blocked: true,
      email_verified: true,
      app_metadata: { department: 'Finance', tags: [{ a: 1 }] },
      user_metadata: { 'with space': null, deep: { er: true } },
    };
    expect((await create(attributes)).body).toMatchObject({ ...attributes });
  });

  test.each(['id/with?odd#signs|and%25', '..%2F', 'ünï:cödé'])(
    'an id of its own works: %s',
    async (userId) => {
      const { body } = await create({ user_id: userId });
      expect(body.user_id).toBe(`auth0|${userId}`);
      const read = await api.call('GET', `/users/${encodeURIComponent(body.user_id)}`);
      expect(read.body.user_id).toBe(body.user_id);
      expect((await create({ user_id: userId })).status).toBe(409);
    },
  );

  test('an e-mail address is taken once in a connection, whatever its case, and free in another', async () => {
    const email = freshEmail();
    expect((await create({ email })).status).toBe(201);
    const again = await create({ email: email.toUpperCase() });
    expect(again.status).toBe(409);
    expect(again.body).toEqual({
      statusCode: 409,
      error: 'Conflict',
      message: 'The user already exists.',
      errorCode: 'auth0_idp_error',
    });
    expect((await create({ email, connection: 'Contractors', username: 'twin' })).status).toBe(201);
  });

  test('ten creates of one address at once make one user', async () => {
    const email = freshEmail();
    const answers = await Promise.all(Array.from({ length: 10 }, () => create({ email })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array(9).fill(409)]);
  });

  test('a username is asked for, checked, put in lower case and taken once', async () => {
    const contractor = (username?: string) => create({ connection: 'Contractors', username });
    const made = await contractor('Jo_Doe');
    expect(made.body.username).toBe('jo_doe');
    expect((await contractor('JO_DOE')).status).toBe(409);
    expect((await contractor()).status).toBe(400);
    expect((await contractor('jo')).status).toBe(400);
    expect((await contractor('a'.repeat(16))).status).toBe(400);
    expect((await contractor('a'.repeat(15))).status).toBe(201);
    expect((await contractor('jo@e.com')).status).toBe(400);
    expect((await contractor('jo doe')).status).toBe(400);
    expect((await create({ username: 'jo' })).status).toBe(400);
  });

  test.each([
    ['lower-case', 'PasswordStrengthError: Password is too weak'],
    ['Password1!', 'PasswordDictionaryError: Password is too common'],
    ['New.Person-xyz-1', 'PasswordNoUserInfoError: Password contains user information'],
    [`Aa1-${'x'.repeat(69)}`, 'PasswordTooLongError: Password is longer than 72 bytes'],
  ])('the password %s is refused: %s', async (bad, message) => {
    const { status, body } = await create({ password: bad });
    expect(status).toBe(400);
    expect(body.message).toBe(message);
  });

  test.each<[string, object, string?]>([
    [
      'an unknown key',
      { shoe_size: 44 },
      "Payload validation error: 'Additional properties not allowed: shoe_size'.",
    ],
    [
      'no connection',
      { connection: undefined },
      "Payload validation error: 'Missing required property: connection'.",
    ],
    [
      'no password',
      { password: undefined },
      "Payload validation error: 'Missing required property: password'.",
    ],
    [
      'no e-mail address',
      { email: undefined },
      "Payload validation error: 'Missing required property: email'.",
    ],
    ['an unknown connection', { connection: 'Nowhere' }, 'The connection does not exist.'],
    ['a connection without passwords', { connection: 'google-oauth2' }],
    ['a phone number', { phone_number: '+491' }],
    ['a reserved name', { app_metadata: { blocked: false } }],
    ['a dot in a key', { app_metadata: { 'a.b': 1 } }],
    ['a dollar deep in a key', { user_metadata: { a: [{ $b: 1 }] } }],
    ['metadata that is no object', { user_metadata: [] }],
    ['a name of 301 characters', { name: 'x'.repeat(301) }],
    ['an empty name', { name: '' }],
    ['a wrong type', { blocked: 'yes' }],
    ['a space in the id', { user_id: 'a b' }],
  ])('%s is refused', async (_title, attributes, message) => {
    const { status, body } = await create(attributes);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      statusCode: 400,
      error: 'Bad Request',
      message: message ?? expect.any(String),
    });
  });

  test.each([
    'no-at',
    'a@b',
    'a b@example.com',
    '@example.com',
    'a@',
    'a@b@example.com',
    `${'a'.repeat(65)}@example.com`,
  ])('the e-mail address %s is refused', async (email) => {
    const { status, body } = await create({ email });
    expect(status).toBe(400);
    expect(body.message).toContain(email);
  });

  test("odd but valid e-mail addresses are taken: o'hara+tag@sub.example.co", async () => {
    expect((await create({ email: "o'hara+tag@sub.example.co" })).status).toBe(201);
  });

  test('a verification mail goes out unless the body says otherwise', async () => {
    const mailed = async (attributes: object) => {
      const { body } = await create(attributes);
      const { body: outbox } = await api.control('GET', '/outbox');
      return JSON.stringify(outbox).includes(body.email);
    };
    expect(await mailed({})).toBe(true);
    expect(await mailed({ verify_email: false })).toBe(false);
    expect(await mailed({ email_verified: true })).toBe(false);
    expect(await mailed({ email_verified: true, verify_email: true })).toBe(true);
  });

  test("the tenant's log has a line about it, without what was sent", async () => {
    const { body } = await create({});
    const { body: lines, text } = await api.call('GET', `/logs?q=user_id:"${body.user_id}"`);
    expect(lines[0]).toMatchObject({ type: 'sapi', description: 'Create a User', user_id: body.user_id });
    expect(text).not.toContain(password);
  });
});

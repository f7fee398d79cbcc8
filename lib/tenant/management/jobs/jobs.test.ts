import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Answer, startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
let connectionId: string;

beforeAll(async () => {
  api = await startTestApi(10);
  connectionId = (await api.call('GET', '/connections?name=Contractors')).body[0].id;
});

afterAll(() => api.close());

afterEach(() => vi.useRealTimers());

function startImport(users: unknown, fields: Record<string, string> = {}): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ connection_id: connectionId, ...fields }))
    form.set(name, value);
  const text = typeof users === 'string' ? users : JSON.stringify(users);
  form.set('users', new Blob([text], { type: 'application/json' }), 'users.json');
  return api.call('POST', '/jobs/users-imports', form);
}

async function ended(id: string): Promise<Answer['body']> {
  for (;;) {
    const { body } = await api.call('GET', `/jobs/${id}`);
    if (body.status === 'completed' || body.status === 'failed') return body;
  }
}

const userAt = async (id: string) =>
  (await api.call('GET', `/users/${encodeURIComponent(`auth0|${id}`)}`)).body;

describe('an import', () => {
  test('makes users with the ids that it names, blocked ones too', async () => {
    const started = await startImport(
      [
        { user_id: 'import-1', email: 'Ada@Example.com', app_metadata: { department: 'HR' }, blocked: true },
        { email: 'grace@example.com', username: 'grace', name: 'Grace' },
      ],
      { external_id: 'monday' },
    );
    expect(started).toMatchObject({
      status: 202,
      body: { type: 'users_import', status: 'pending', connection_id: connectionId, external_id: 'monday' },
    });
    expect(await ended(started.body.id)).toMatchObject({
      status: 'completed',
      percentage_done: 100,
      summary: { total: 2, inserted: 2, updated: 0, failed: 0 },
    });
    expect(await userAt('import-1')).toMatchObject({
      email: 'ada@example.com',
      blocked: true,
      identities: [{ connection: 'Contractors', provider: 'auth0' }],
      app_metadata: { department: 'HR' },
    });
    expect((await api.call('GET', `/jobs/${started.body.id}/errors`)).status).toBe(204);
  });

  test('completes although rows fail, and tells which and why, without their secrets', async () => {
    const started = await startImport([
      { email: 'right@example.com' },
      { email: 'no address' },
      { name: 'Nobody' },
      { email: 'hash@example.com', password_hash: 'a-hash-of-old-times' },
      'not even an object',
      { email: 'reserved@example.com', app_metadata: { identities: [] } },
      { email: 'right@example.com' },
    ]);
    const job = await ended(started.body.id);
    expect(job).toMatchObject({ status: 'completed', summary: { total: 7, inserted: 1, failed: 6 } });
    const { body, text } = await api.call('GET', `/jobs/${started.body.id}/errors`);
    expect(body.map(({ errors }: { errors: { code: string }[] }) => errors[0]?.code)).toEqual([
      'FORMAT',
      'ANY_OF_MISSING',
      'OBJECT_ADDITIONAL_PROPERTIES',
      'INVALID_TYPE',
      'INVALID',
      'DUPLICATED_USER',
    ]);
    expect(text).not.toContain('a-hash-of-old-times');
  });

  test('with upsert takes the place of the present metadata, without it leaves the user alone', async () => {
    await ended(
      (await startImport([{ user_id: 'u', email: 'u@example.com', user_metadata: { a: 1, b: 2 } }])).body.id,
    );
    const row = { email: 'u@example.com', user_metadata: { b: 3 }, family_name: 'New' };
    expect((await ended((await startImport([row])).body.id)).summary).toMatchObject({
      failed: 1,
      updated: 0,
    });
    expect(await userAt('u')).toMatchObject({ user_metadata: { a: 1, b: 2 } });
    const upserted = await ended((await startImport([row], { upsert: 'true' })).body.id);
    expect(upserted.summary).toMatchObject({ failed: 0, updated: 1 });
    expect((await userAt('u')).user_metadata).toEqual({ b: 3 });
    expect(await userAt('u')).toMatchObject({ email: 'u@example.com', family_name: 'New' });
  });

  test('is refused beyond 500 kB, for a connection without passwords, and when it is no array', async () => {
    const row = { email: 'big@example.com', user_metadata: { note: 'x'.repeat(600_000) } };
    expect((await startImport([row])).status).toBe(413);
    const google = (await api.call('GET', '/connections?name=google-oauth2')).body[0].id;
    expect((await startImport([], { connection_id: google })).body.errorCode).toBe('invalid_body');
    expect((await startImport('{"email":')).body.errorCode).toBe('invalid_body');
    const small = { email: 'big@example.com', user_metadata: { note: 'x'.repeat(400_000) } };
    expect((await ended((await startImport([small])).body.id)).summary).toMatchObject({ inserted: 1 });
  });

  test('runs beside one other, and a third is told to wait', async () => {
    const many = (name: string) =>
      Array.from({ length: 4_000 }, (_, index) => ({ email: `${name}${index}@example.com` }));
    const started = await Promise.all([
      startImport(many('a')),
      startImport(many('b')),
      startImport(many('c')),
    ]);
    const statuses = started.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([202, 202, 429]);
    for (const { status, body } of started) if (status === 202) await ended(body.id);
    expect((await startImport([{ email: 'later@example.com' }])).status).toBe(202);
  });

  test('is forgotten after a day', async () => {
    const { body } = await startImport([{ email: 'day@example.com' }]);
    await ended(body.id);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 23 * 3_600_000 });
    expect((await api.call('GET', `/jobs/${body.id}`)).status).toBe(200);
    vi.setSystemTime(Date.now() + 61 * 60_000);
    await api.renewToken();
    expect(await api.call('GET', `/jobs/${body.id}`)).toMatchObject({
      status: 404,
      body: { errorCode: 'inexistent_job' },
    });
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { toProblem } from '#lib/errors.ts';
import type { JsonObject } from '#lib/json.ts';
import { inAttempt } from '#lib/testing/in-attempt.ts';
import { type People, putPeople, signedIn } from '#lib/testing/people.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { permit } from '#lib/users/permit.ts';
import type { Guarded } from './proofs.ts';
import { readUser } from './read-user.ts';
import { createUser as create, patchUser as patch } from './users.ts';

const createUser = inAttempt(create);
const patchUser = inAttempt(patch);

let tenant: TestTenant;
let people: People;

beforeAll(async () => {
  tenant = await startTestTenant();
  people = await putPeople(tenant);
});

afterAll(() => tenant.stop());
afterEach(() => tenant.setFaults({}));

/** Stands for the guard, whose own tests are elsewhere. */
const guarded = (body: JsonObject) => ({ body }) as Guarded;

let count = 0;

function newBody(more: JsonObject = {}): JsonObject & { email: string } {
  count += 1;
  return {
    connection: 'Username-Password-Authentication',
    email: `new${count}@example.com`,
    password: 'Correct-Horse-42',
    app_metadata: { department: 'Finance', tags: ['a', { b: 1 }] },
    ...more,
  };
}

async function ann() {
  await tenant.putUser({
    user_id: 'auth0|ann',
    name: 'Ann',
    email: 'ann@example.com',
    user_metadata: { title: 'Clerk', office: 'Berlin' },
    app_metadata: { department: 'Finance' },
  });
  return permit(signedIn(people.kelly), 'auth0|ann', 'change:profile');
}

const failing = (status: number, when: string, method: string, more: JsonObject = {}) => ({
  respond: [{ match: { method, path: '/users' }, status, when, times: 1, ...more }],
});

describe('createUser', () => {
  test('creates in one call and answers with the user', async () => {
    const body = newBody();
    const calls = await tenant.callsOf(async () => {
      const user = await createUser(guarded(body));
      expect(user).toMatchObject({ email: body.email, app_metadata: { department: 'Finance' } });
    });
    expect(calls).toEqual(['POST /users']);
  });

  test('says that an address is taken', async () => {
    const body = newBody();
    await createUser(guarded(body));
    await expect(createUser(guarded(body))).rejects.toMatchObject({ code: 'already-taken' });
  });

  test('keeps the tenant’s own words for what it refuses', async () => {
    await expect(createUser(guarded(newBody({ password: 'weak' })))).rejects.toMatchObject({
      code: 'tenant-refused',
      message: expect.stringMatching(/PasswordStrengthError: Password is too weak.*Nothing was changed\./),
    });
  });

  test.each([
    ['answers 503', 503, {}],
    ['answers 504', 504, {}],
    ['answers with no JSON', 200, { body: 'malformed' }],
    ['hangs up', 500, { body: 'hang-up' }],
  ])('finds the user whom the tenant made although it %s', async (_, status, more) => {
    const body = newBody();
    await tenant.setFaults(failing(status, 'after', 'POST', more));
    const calls = await tenant.callsOf(async () => {
      expect((await createUser(guarded(body))).email).toBe(body.email);
    });
    expect(calls).toEqual(['POST /users', 'GET /users-by-email']);
  });

  test('says that nobody was created when a 503 came first, and sends nothing twice', async () => {
    const body = newBody();
    await tenant.setFaults(failing(503, 'before', 'POST'));
    const calls = await tenant.callsOf(() =>
      expect(createUser(guarded(body))).rejects.toMatchObject({
        code: 'tenant-unavailable',
        message: 'The tenant had a fault, and the user was not created. Try again in a moment.',
      }),
    );
    expect(calls).toEqual(['POST /users', 'GET /users-by-email']);
    expect((await createUser(guarded(body))).email).toBe(body.email);
  });

  test('does not take an older user of the same address for the one it asked for', async () => {
    const body = newBody();
    await tenant.putUser({ email: body.email, created_at: '2020-01-01T00:00:00.000Z' });
    await tenant.setFaults(failing(503, 'before', 'POST'));
    await expect(createUser(guarded(body))).rejects.toMatchObject({ code: 'tenant-unavailable' });
  });

  test('says that it does not know when there is nothing to look the user up by', async () => {
    const { email: _, ...body } = newBody({ connection: 'Contractors', username: 'robin' });
    await tenant.setFaults(failing(503, 'before', 'POST'));
    await expect(createUser(guarded(body))).rejects.toMatchObject({
      message: expect.stringContaining('did not confirm that the user was created'),
    });
  });

  test('is not sent again when the tenant limits requests', async () => {
    await tenant.setFaults({ respond: [{ status: 429, times: 1 }] });
    const calls = await tenant.callsOf(() =>
      expect(createUser(guarded(newBody()))).rejects.toMatchObject({ code: 'tenant-limit' }),
    );
    expect(calls).toEqual(['POST /users']);
  });
});

test('nothing that changes the tenant is sent outside of an attempt that is recorded', async () => {
  const permitted = await ann();
  const calls = await tenant.callsOf(() =>
    expect(patch(permitted, guarded({ name: 'Anna' }))).rejects.toThrow(/outside of a recorded attempt/),
  );
  expect(calls).toEqual([]);
  expect((await patchUser(permitted, guarded({ name: 'Anna' }))).name).toBe('Anna');
});

describe('patchUser', () => {
  test('changes in one call and answers with the whole user', async () => {
    const permitted = await ann();
    const calls = await tenant.callsOf(async () => {
      const user = await patchUser(
        permitted,
        guarded({ user_metadata: { title: 'Controller', office: null } }),
      );
      expect(user).toMatchObject({ name: 'Ann', user_metadata: { title: 'Controller' } });
    });
    expect(calls).toEqual(['PATCH /users/auth0%7Cann']);
  });

  test.each([503, 504])('finds the change that was made behind a %d', async (status) => {
    const permitted = await ann();
    await tenant.setFaults(failing(status, 'after', 'PATCH'));
    const body = { name: 'Anna', user_metadata: { office: null, title: 'Controller' } };
    const calls = await tenant.callsOf(async () => {
      expect((await patchUser(permitted, guarded(body))).name).toBe('Anna');
    });
    expect(calls).toEqual(['PATCH /users/auth0%7Cann', 'GET /users/auth0%7Cann']);
  });

  test('finds a password that was changed behind a 503 by the user having changed', async () => {
    const permitted = await ann();
    await tenant.setFaults(failing(503, 'after', 'PATCH'));
    const body = { password: 'Correct-Horse-43', connection: 'Username-Password-Authentication' };
    expect((await patchUser(permitted, guarded(body))).user_id).toBe('auth0|ann');
  });

  test.each([
    [503, 'was not changed'],
    [504, 'It may still have been'],
  ])('tells what is known when a %d came first', async (status, words) => {
    const permitted = await ann();
    await tenant.setFaults(failing(status, 'before', 'PATCH'));
    const calls = await tenant.callsOf(() =>
      expect(patchUser(permitted, guarded({ name: 'Anna' }))).rejects.toMatchObject({
        code: 'tenant-unavailable',
        message: expect.stringContaining(words),
      }),
    );
    expect(calls).toEqual(['PATCH /users/auth0%7Cann', 'GET /users/auth0%7Cann']);
    expect((await readUser('auth0|ann'))?.name).toBe('Ann');
  });

  test('names the password for what is refused of a password alone, and nothing where other things were sent', async () => {
    const permitted = await ann();
    const connection = 'Username-Password-Authentication';
    const said = 'The tenant refused this: PasswordStrengthError: Password is too weak';
    const weak = patchUser(permitted, guarded({ password: 'weak', connection }));
    expect(toProblem(await weak.catch((error: unknown) => error))).toMatchObject({
      code: 'tenant-refused',
      fields: { password: said },
    });
    const both = guarded({ password: 'weak', name: 'Anna', connection });
    const refusal = await patchUser(permitted, both).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'tenant-refused' });
    expect(refusal).not.toHaveProperty('details.fields');
  });

  test('takes the id of the permitted user alone, whatever the body names', async () => {
    const permitted = await ann();
    const calls = await tenant.callsOf(() =>
      patchUser(permitted, guarded({ user_id: 'auth0|ivan', name: 'Mallory' })).catch(() => undefined),
    );
    expect(calls).toEqual(['PATCH /users/auth0%7Cann']);
    expect((await readUser('auth0|ivan'))?.name).toBe('Ivan');
  });

  test('says when the user is gone meanwhile', async () => {
    const permitted = await ann();
    await tenant.removeUser('auth0|ann');
    await expect(patchUser(permitted, guarded({ name: 'Anna' }))).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

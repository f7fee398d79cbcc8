import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Action } from '#lib/auth0/proofs.ts';
import { readUser } from '#lib/auth0/read-user.ts';
import type { JsonObject } from '#lib/json.ts';
import { answering, defaultAccess, userFields, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { blockUser } from './block-user.ts';
import { deleteUser } from './delete-user.ts';
import { getUser } from './get-user.ts';
import { liftBlocks } from './lift-blocks.ts';
import { listUsers } from './list/list-users.ts';
import { sendPasswordReset } from './send-password-reset.ts';
import { sendVerificationEmail } from './send-verification-email.ts';
import { unblockUser } from './unblock-user.ts';
import type { UserListInput } from './user-view.ts';

const world = worldWithOwnHooks();
const kelly = () => signedIn(world.people.kelly);
const nina = { userId: 'auth0|nina' };
const first: UserListInput = { search: '', sort: { by: 'name', descending: false }, page: 1, perPage: 25 };

afterEach(() => world.tenant.setFaults({}));

async function hooks(settings: JsonObject = {}) {
  await world.tenant.setHooks({ access: defaultAccess, settings: answering(settings) });
}

async function rowOf({ userId }: { userId: string }) {
  const { rows } = await listUsers(kelly(), first);
  return rows.find((row) => row.userId === userId);
}

/** The tenant ends the next call of this method like this; `after` it has done what was asked. */
function failing(method: string, status: number, when: 'before' | 'after') {
  return world.tenant.setFaults({ respond: [{ match: { method }, status, when, times: 1 }] });
}

describe('blocking', () => {
  test('shows in the list and on the page at once, while the index still lags, and so does unblocking', async () => {
    await hooks();
    await world.tenant.setFaults({ indexDelayMs: 600_000 });
    expect(await blockUser(kelly(), nina)).toEqual({ ...nina, name: 'Nina' });
    expect(await readUser(nina.userId)).toMatchObject({
      blocked: true,
      user_metadata: { title: 'Controller' },
    });
    expect((await rowOf(nina))?.status).toBe('blocked');
    expect((await getUser(kelly(), nina.userId)).blocked).toBe(true);
    await unblockUser(kelly(), nina);
    expect((await readUser(nina.userId))?.blocked).toBe(false);
    expect((await rowOf(nina))?.status).toBe('never-signed-in');
  });

  test('takes one look and one change', async () => {
    await hooks();
    const calls = await world.tenant.callsOf(() => blockUser(kelly(), nina));
    expect(calls).toEqual(['GET /users/auth0%7Cnina', 'PATCH /users/auth0%7Cnina']);
  });

  test('is sent once, and a change behind a fault is found by looking', async () => {
    await hooks();
    await failing('PATCH', 503, 'after');
    const calls = await world.tenant.callsOf(() => blockUser(kelly(), nina));
    expect(calls.filter((call) => call.startsWith('PATCH'))).toHaveLength(1);
    expect((await readUser(nina.userId))?.blocked).toBe(true);
    await failing('PATCH', 503, 'before');
    expect((await problemOf(unblockUser(kelly(), nina))).message).toContain('the user was not changed');
    expect((await readUser(nina.userId))?.blocked).toBe(true);
  });

  test('by hand outlives the lifting of sign-in blocks', async () => {
    await hooks();
    await blockUser(kelly(), nina);
    await liftBlocks(kelly(), nina);
    expect((await readUser(nina.userId))?.blocked).toBe(true);
  });
});

describe('lifting sign-in blocks', () => {
  test('ends a doubtful call by looking whether any are left', async () => {
    await hooks();
    await failing('DELETE', 503, 'after');
    const calls = await world.tenant.callsOf(() => liftBlocks(kelly(), nina));
    expect(calls.slice(1)).toEqual(['DELETE /user-blocks/auth0%7Cnina', 'GET /user-blocks/auth0%7Cnina']);
  });

  test('says so when nobody can look', async () => {
    await hooks();
    const broken = ['DELETE', 'GET'].map((method) => ({
      match: { method, path: '/user-blocks/auth0%7Cnina' },
      status: 503,
      times: 5,
    }));
    await world.tenant.setFaults({ respond: broken });
    const problem = await problemOf(liftBlocks(kelly(), nina));
    expect(problem.message).toContain('did not confirm that the sign-in blocks were lifted');
  });
});

describe('deleting', () => {
  let doris = { userId: '' };
  let count = 0;

  /** Another one for each test: the list remembers for a while who was deleted. */
  beforeEach(async () => {
    count += 1;
    doris = { userId: `auth0|doris-${count}` };
    await world.tenant.putUser({ ...world.nina, user_id: doris.userId, email: 'doris@example.com' });
  });

  test('takes the user from the list at once, while the index still has them', async () => {
    await hooks();
    expect(await rowOf(doris)).toBeDefined();
    await world.tenant.setFaults({ indexDelayMs: 600_000 });
    expect(await deleteUser(kelly(), doris)).toEqual({ ...doris, name: 'Nina' });
    expect(await readUser(doris.userId)).toBeUndefined();
    expect(await rowOf(doris)).toBeUndefined();
    expect((await problemOf(getUser(kelly(), doris.userId))).code).toBe('not-found');
  });

  test('of somebody who is gone already says that they are gone', async () => {
    await hooks();
    await deleteUser(kelly(), doris);
    const problem = await problemOf(deleteUser(kelly(), doris));
    expect(problem).toMatchObject({ code: 'not-found' });
    expect(problem.message).toContain('no longer exists');
  });

  test.each([
    [503, 'after'],
    [504, 'after'],
  ] as const)('that ends with %i %s it was done is found done', async (status, when) => {
    await hooks();
    await failing('DELETE', status, when);
    const calls = await world.tenant.callsOf(() => deleteUser(kelly(), doris));
    expect(calls.filter((call) => call.startsWith('DELETE'))).toHaveLength(1);
    expect(await rowOf(doris)).toBeUndefined();
  });

  test('that failed leaves the user in the list, and says so', async () => {
    await hooks();
    await failing('DELETE', 503, 'before');
    const problem = await problemOf(deleteUser(kelly(), doris));
    expect(problem.message).toBe(
      'The tenant had a fault, and the user was not deleted. Try again in a moment.',
    );
    expect(await rowOf(doris)).toBeDefined();
    await failing('DELETE', 504, 'before');
    const doubtful = await problemOf(deleteUser(kelly(), doris));
    expect(doubtful.message).toContain('did not confirm that the user was deleted');
  });
});

describe('what the settings hook takes away', () => {
  const verbs = {
    'delete:user': () => deleteUser(kelly(), nina),
    'reset:password': () => sendPasswordReset(kelly(), nina),
    'send:verification-email': () => sendVerificationEmail(kelly(), nina),
  };
  const cases: { entry: string; fields: JsonObject[]; gone: (keyof typeof verbs)[] }[] = [
    { entry: 'delete: false', fields: [{ property: 'delete', edit: false }], gone: ['delete:user'] },
    { entry: 'delete, disabled', fields: [{ property: 'delete', disable: true }], gone: ['delete:user'] },
    { entry: 'password: false', fields: [{ property: 'password', edit: false }], gone: ['reset:password'] },
    {
      entry: 'resetPassword: false',
      fields: [{ property: 'resetPassword', edit: false }],
      gone: ['reset:password'],
    },
    {
      entry: 'password: false with resetPassword: true',
      fields: [
        { property: 'password', edit: false },
        { property: 'resetPassword', edit: true },
      ],
      gone: [],
    },
    {
      entry: 'email_verified: false',
      fields: [{ property: 'email_verified', edit: false }],
      gone: ['send:verification-email'],
    },
    { entry: 'delete: true', fields: [{ property: 'delete', edit: true }], gone: [] },
  ];

  test.each(cases)(
    'by $entry is refused when asked directly, and nothing else is',
    async ({ fields, gone }) => {
      await hooks({ userFields: [...userFields, ...fields] });
      const { permitted } = await getUser(kelly(), nina.userId);
      for (const action of Object.keys(verbs) as (keyof typeof verbs)[]) {
        const isGone = gone.includes(action);
        expect(permitted[action]).toMatchObject(
          isGone ? { permitted: false, isTakenAway: true } : { permitted: true },
        );
        await world.tenant.putUser(world.nina);
        const calls = await world.tenant.callsOf(async () => {
          if (!isGone) return verbs[action]();
          expect(await problemOf(verbs[action]())).toMatchObject({ code: 'not-allowed', hook: 'settings' });
        });
        const writes = calls.filter((call) => !call.startsWith('GET'));
        expect(writes, action).toHaveLength(isGone ? 0 : 1);
      }
    },
  );

  test('is only what it names: the removal of second factors goes with its own field', async () => {
    const action: Action = 'remove:multifactor-provider';
    await hooks({ userFields: [{ property: 'multifactor', edit: false }] });
    expect((await getUser(kelly(), nina.userId)).permitted[action].permitted).toBe(false);
    await hooks({ userFields: [{ property: 'delete', edit: false }] });
    expect((await getUser(kelly(), nina.userId)).permitted[action].permitted).toBe(true);
  });
});

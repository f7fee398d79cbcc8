import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { endOfTrail } from '#lib/state/kept-entries.ts';
import { entriesAfter } from '#lib/state/records.ts';
import { openState } from '#lib/state/state.ts';
import { defaultAccess } from '#lib/testing/own-hooks.ts';
import { type People, putPeople, signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { blockUser } from '../block-user.ts';
import { getTenantLimits } from '../get-tenant-limits.ts';
import { recordIdOf } from '../recorded.ts';
import {
  blockOneOfMany,
  deleteOneOfMany,
  removeMultifactorOfOneOfMany,
  revokeOneOfMany,
  unblockOneOfMany,
  verifyOneOfMany,
} from './bulk-verbs.ts';

let tenant: TestTenant;
let people: People;
const nina = { userId: 'auth0|nina' };
const hanna = { userId: 'auth0|hanna' };

beforeAll(async () => {
  Object.assign(process.env, { TENANT_CALLS_PER_SECOND: '4', TENANT_CALLS_BURST: '12' });
  tenant = await startTestTenant('own');
  await tenant.setHooks({ access: defaultAccess });
});
beforeEach(async () => {
  people = await putPeople(tenant);
  for (const [{ userId }, department] of [
    [nina, 'Finance'],
    [hanna, 'HR'],
  ] as const) {
    await tenant.putUser({
      user_id: userId,
      email: `${department}@example.com`,
      app_metadata: { department },
    });
  }
});
afterAll(async () => {
  await tenant.stop();
  await closeHookPool();
});

const verbs = [
  ['block:user', blockOneOfMany, 'PATCH /users/auth0%7Cnina'],
  ['unblock:user', unblockOneOfMany, 'PATCH /users/auth0%7Cnina'],
  ['send:verification-email', verifyOneOfMany, 'POST /jobs/verification-email'],
  ['revoke:sessions', revokeOneOfMany, 'POST /users/auth0%7Cnina/revoke-access'],
  [
    'remove:multifactor-provider',
    removeMultifactorOfOneOfMany,
    'DELETE /users/auth0%7Cnina/authentication-methods',
  ],
  ['delete:user', deleteOneOfMany, 'DELETE /users/auth0%7Cnina'],
] as const;

describe.each(verbs)('%s, to one of many', (action, verb, write) => {
  test('is the same change as to one alone: judged afresh, once, and recorded', async () => {
    const before = (await endOfTrail(await openState())).sequence;
    const calls = await tenant.callsOf(async () => {
      const done = await verb(signedIn(people.kelly), nina);
      expect(recordIdOf(done)).toBeDefined();
    });
    expect(calls[0]).toBe('GET /users/auth0%7Cnina');
    expect(calls.filter((call) => !call.startsWith('GET'))).toEqual([write]);
    const refusal = await problemOf(verb(signedIn(people.kelly), hanna));
    expect(refusal.code).toBe('not-found');
    expect((await problemOf(verb(signedIn(people.amir), hanna))).code).toBe('not-allowed');
    const records = (await entriesAfter(before, 100)).flatMap(({ content }) =>
      content.record.outcome === 'open' ? [] : [content.record],
    );
    expect(records.map((record) => [record.action, record.outcome, record.user?.id])).toEqual([
      [action, 'done', nina.userId],
      [action, 'refused', hanna.userId],
      [action, 'refused', hanna.userId],
    ]);
  });
});

test('what is done to many gives way to what somebody does to one', async () => {
  const waiting = async () => (await getTenantLimits(signedIn(people.ivan))).waiting.bulk;
  const many = Array.from({ length: 16 }, () => blockOneOfMany(signedIn(people.kelly), nina));
  const ended = Promise.allSettled(many);
  await expect.poll(waiting, { interval: 20 }).toBeGreaterThan(0);
  const alone = blockUser(signedIn(people.kelly), nina);
  const first = await Promise.race([alone.then(() => 'alone'), ended.then(() => 'many')]);
  expect(first).toBe('alone');
  const refusals = (await ended).flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  // Whoever does not get a turn is told when to come back, and that nothing was done.
  for (const reason of refusals) expect(reason).toMatchObject({ code: 'tenant-limit' });
  expect(refusals.length).toBeLessThan(16);
}, 40_000);

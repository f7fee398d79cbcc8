import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { type People, putPeople, signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { getTenantLimits } from './get-tenant-limits.ts';
import { getUser } from './get-user.ts';

let tenant: TestTenant;
let people: People;

beforeAll(async () => {
  Object.assign(process.env, {
    TENANT_CALLS_PER_SECOND: '1',
    TENANT_CALLS_BURST: '40',
    TENANT_FAULTS_MAX: '2',
  });
  tenant = await startTestTenant();
  people = await putPeople(tenant);
});
afterAll(async () => {
  await tenant.stop();
  await closeHookPool();
});

const limits = () => getTenantLimits(signedIn(people.ivan));
const seeKelly = () => getUser(signedIn(people.ivan), people.kelly.user_id);

test('administrators see what is left of the budget and what the tenant said, without a call for it', async () => {
  await tenant.setFaults({ rateLimit: 'essentials' });
  const before = await limits();
  expect(before).toMatchObject({
    budget: { perSecond: 1, burst: 40, left: 40 },
    waiting: { read: 0, write: 0, bulk: 0 },
    refused: 0,
    groups: [],
    faults: [],
  });
  await seeKelly();
  let after = before;
  expect(
    await tenant.callsOf(async () => {
      after = await limits();
    }),
  ).toEqual([]);
  expect(after.budget?.left).toBeLessThan(40);
  expect(after.groups).toContainEqual(
    expect.objectContaining({ group: 'read-users', limit: 40, remaining: expect.any(Number) }),
  );
});

test('they see that calls rest, and of what the tenant failed, but no user', async () => {
  await tenant.setFaults({ respond: [{ match: {}, status: 503, times: 9 }] });
  for (const _time of [1, 2]) await problemOf(seeKelly());
  const { calls, faults } = await limits();
  expect(calls).toEqual([
    { kind: 'read', state: 'open', faultsInARow: 2, nextAttemptInSeconds: 1 },
    { kind: 'write', state: 'closed', faultsInARow: 0, nextAttemptInSeconds: null },
  ]);
  expect(faults).toEqual([1, 2].map(() => ({ at: expect.any(String), kind: 'read', what: '503' })));
  expect(JSON.stringify(await limits())).not.toContain('kelly');
  await tenant.setFaults({});
});

test('nobody else does', async () => {
  for (const name of ['kelly', 'olga', 'amir'] as const) {
    expect((await problemOf(getTenantLimits(signedIn(people[name])))).code).toBe('not-allowed');
  }
  expect((await problemOf(getTenantLimits(signedIn(people.pia)))).code).toBe('no-role');
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { patientNow } from '#lib/auth0/patience.ts';
import { actions } from '#lib/auth0/proofs.ts';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { type People, putPeople, signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { blockUser } from './block-user.ts';
import { getUser } from './get-user.ts';
import { unblockUser } from './unblock-user.ts';

let tenant: TestTenant;
let people: People;

const userId = 'auth0|ann';
const faultsMax = 5;

beforeAll(async () => {
  process.env.TENANT_FAULTS_MAX = `${faultsMax}`;
  tenant = await startTestTenant();
  people = await putPeople(tenant);
});
beforeEach(async () => {
  await tenant.putUser({ user_id: userId, name: 'Ann', app_metadata: { department: 'Finance' } });
  await tenant.setFaults({});
  await recovered();
});
afterAll(async () => {
  await tenant.stop();
  await closeHookPool();
});

const see = () => getUser(signedIn(people.kelly), userId);
const block = () => blockUser(signedIn(people.kelly), { userId });
const times = (count: number) => Array.from({ length: count }, (_, at) => at);

/** Both kinds of calls are made again, within the five seconds that they rest at the longest. */
async function recovered(): Promise<void> {
  const isWell = async () => {
    await see();
    await unblockUser(signedIn(people.kelly), { userId });
    return true;
  };
  await expect.poll(() => isWell().catch(() => false), { interval: 100, timeout: 20_000 }).toBe(true);
}

const resting =
  /^The tenant (has had a fault|has not answered) for (a moment|one second|\d+ seconds); the next attempt is in (one second|\d+ seconds)\. Nothing was changed\.$/;

describe('a tenant that fails again and again', { timeout: 60_000 }, () => {
  test.each([
    ['answers 503', { respond: [{ match: {}, status: 503, times: 99 }] }, 'has had a fault'],
    ['refuses connections', { refuseConnections: true }, 'has not answered'],
    [
      'breaks its answers off',
      { respond: [{ match: {}, status: 500, times: 99, body: 'hang-up' }] },
      'has not answered',
    ],
  ])(
    'and %s is left alone for a moment, says so at once, and is back within seconds',
    async (_, faults, words) => {
      await tenant.setFaults(faults);
      for (const _time of times(faultsMax)) await problemOf(see());
      let problem: Awaited<ReturnType<typeof problemOf>> | undefined;
      const startedMs = patientNow();
      const calls = await tenant.callsOf(async () => {
        problem = await problemOf(see());
      });
      expect(patientNow() - startedMs).toBeLessThan(1_000);
      expect(calls).toEqual([]);
      expect(problem).toMatchObject({ code: 'tenant-unavailable', retryAfterSeconds: expect.any(Number) });
      expect(problem?.message).toMatch(resting);
      expect(problem?.message).toContain(words);
      await tenant.setFaults({});
      await recovered();
    },
  );

  test('that is silent costs nobody but those who asked first their patience', {
    timeout: 30_000,
  }, async () => {
    await tenant.setFaults({ silenceMs: 60_000 });
    await Promise.all(times(faultsMax).map(() => problemOf(see())));
    const startedMs = patientNow();
    expect((await problemOf(see())).message).toMatch(resting);
    expect(patientNow() - startedMs).toBeLessThan(1_000);
  });

  test('lets one call try at a time, and the others are told at once meanwhile', {
    timeout: 30_000,
  }, async () => {
    await tenant.setFaults({ respond: [{ match: {}, status: 503, times: 99 }] });
    for (const _time of times(faultsMax)) await problemOf(see());
    await tenant.setFaults({ latencyMs: 800 });
    const seen = async () => {
      const calls = await tenant.callsOf(async () => {
        await Promise.allSettled(times(6).map(see));
      });
      return calls.filter((call) => call.startsWith('GET /users/')).length;
    };
    await expect.poll(seen, { interval: 100, timeout: 20_000 }).toBe(1);
  });
});

describe('calls that change something', () => {
  test('rest apart from those that read, and nothing of them is sent', async () => {
    await tenant.setFaults({ respond: [{ match: { method: 'PATCH' }, status: 503, times: 99 }] });
    for (const _time of times(faultsMax)) await problemOf(block());
    let problem: Awaited<ReturnType<typeof problemOf>> | undefined;
    const calls = await tenant.callsOf(async () => {
      problem = await problemOf(block());
    });
    expect(calls.filter((call) => !call.startsWith('GET'))).toEqual([]);
    expect(problem?.message).toMatch(resting);
    expect((await see()).displayName).toBe('Ann');
    expect((await see()).blocked).toBe(false);
  });
});

describe('what is no fault of the tenant', () => {
  test.each([
    ['limits', { respond: [{ match: {}, status: 429, times: 99 }] }],
    ['refusals', { respond: [{ match: {}, status: 403, times: 99 }] }],
    ['tokens that are not taken', { expireTokens: true }],
  ])('never stops calls, however often it comes: %s', async (_, faults) => {
    await tenant.setFaults(faults);
    for (const _time of times(faultsMax + 2)) await problemOf(see());
    await tenant.setFaults({});
    expect(Object.keys((await see()).permitted)).toHaveLength(actions.length);
  });
});

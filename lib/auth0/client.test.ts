import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { patientNow } from './patience.ts';
import { readUser } from './read-user.ts';
import { withTimeLimit } from './time-limit.ts';

let tenant: TestTenant;

beforeAll(async () => {
  process.env.TENANT_FAULTS_MAX = `${faultsMax}`;
  tenant = await startTestTenant();
  await tenant.putUser({ user_id: 'auth0|ann', name: 'Ann' });
});

afterAll(() => tenant.stop());
afterEach(() => tenant.setFaults({}));

const faultsMax = 5;
const timesOut = { timeout: 10_000 };

/** Runs something that must end within two seconds, however it ends, by the clock that the client waits by. */
async function withinTwoSeconds<T>(run: () => Promise<T>): Promise<T> {
  const startMs = patientNow();
  try {
    return await run();
  } finally {
    expect(patientNow() - startMs).toBeLessThan(2_000);
  }
}

/** Lets nothing else run in this process meanwhile. */
function occupy(durationMs: number): void {
  const untilMs = performance.now() + durationMs;
  while (performance.now() < untilMs);
}

const readAnn = () => readUser('auth0|ann');

describe('a tenant in good health', () => {
  test('answers in one call, with a token that is asked for once', async () => {
    expect(await tenant.callsOf(() => Promise.all([readAnn(), readAnn()]))).toHaveLength(2);
    expect((await readAnn())?.name).toBe('Ann');
    expect(await readUser('auth0|nobody')).toBeUndefined();
  });
});

describe('a tenant that is not well says so within two seconds', timesOut, () => {
  test.each([
    ['is silent', { silenceMs: 60_000 }, 'does not answer'],
    ['is slow', { latencyMs: 5_000 }, 'does not answer'],
    ['refuses connections', { refuseConnections: true }, 'does not answer'],
    ['answers 503', { respond: [{ status: 503, times: 9 }] }, 'has a fault'],
    ['answers 500 with no body', { respond: [{ status: 500, times: 9, body: 'empty' }] }, 'has a fault'],
    ['answers 502 with no JSON', { respond: [{ status: 502, times: 9, body: 'malformed' }] }, 'has a fault'],
    ['hangs up', { respond: [{ status: 500, times: 9, body: 'hang-up' }] }, 'does not answer'],
    [
      'answers 200 with no JSON',
      { respond: [{ status: 200, times: 9, body: 'malformed' }] },
      'does not answer',
    ],
  ])('when it %s', async (_, faults, words) => {
    await tenant.setFaults(faults);
    await expect(withinTwoSeconds(readAnn)).rejects.toMatchObject({
      code: 'tenant-unavailable',
      message: expect.stringContaining(words),
      details: { retryAfterSeconds: expect.any(Number) },
    });
    await tenant.setFaults({});
    expect((await readAnn())?.name).toBe('Ann');
  });

  test('when several slow answers in a row make one page', async () => {
    await tenant.setFaults({ latencyMs: 900 });
    const threeInARow = () =>
      withTimeLimit(async () => {
        await readAnn();
        await readAnn();
        return readAnn();
      });
    await expect(withinTwoSeconds(threeInARow)).rejects.toMatchObject({ code: 'tenant-unavailable' });
    await tenant.setFaults({ latencyMs: 100 });
    expect((await threeInARow())?.name).toBe('Ann');
  });
});

describe('a connection that breaks once', () => {
  test('is opened again for a read', async () => {
    await tenant.setFaults({ respond: [{ status: 500, times: 1, body: 'hang-up' }] });
    expect((await readAnn())?.name).toBe('Ann');
  });
});

describe('a server that has too much to do itself', timesOut, () => {
  test('reads late what the tenant answered in time', async () => {
    await tenant.setFaults({ latencyMs: 200 });
    const reading = Promise.all(Array.from({ length: faultsMax }, readAnn));
    occupy(1_700);
    expect((await reading).map((user) => user?.name)).toEqual(Array(faultsMax).fill('Ann'));
  });

  test('says so when it gives up, does not blame the tenant, and calls go on', {
    timeout: 20_000,
  }, async () => {
    await tenant.setFaults({ silenceMs: 60_000 });
    const reading = Promise.allSettled(Array.from({ length: faultsMax }, readAnn));
    const occupied = setInterval(occupy, 0, 1_000);
    const failures = (await reading).map((result) => result.status === 'rejected' && result.reason);
    clearInterval(occupied);
    const told = {
      code: 'tenant-unavailable',
      message: expect.stringMatching(/^This console has too much to do at the moment\. Nothing was changed;/),
    };
    expect(failures).toEqual(Array(faultsMax).fill(expect.objectContaining(told)));
    await tenant.setFaults({});
    expect((await readAnn())?.name).toBe('Ann');
  });
});

describe('a rate limit', timesOut, () => {
  test.each(['classic', 'custom-policy'] as const)(
    'that ends soon is waited for, and otherwise told with when to try again: the %s body',
    async (rateLimitBody) => {
      // With the limit off a call empties no bucket, and switching it on fills them all.
      await readAnn();
      await tenant.setFaults({ rateLimit: 'free', rateLimitBody });
      const outcomes = await withinTwoSeconds(() =>
        Promise.allSettled(Array.from({ length: 12 }, () => readAnn())),
      );
      const read = outcomes.filter(({ status }) => status === 'fulfilled');
      const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      expect(read.length).toBeGreaterThan(2);
      expect(refused.length).toBeGreaterThan(0);
      for (const error of refused) {
        expect(error).toMatchObject({
          code: 'tenant-limit',
          message: expect.stringMatching(/limiting requests.*try again in/),
          details: { retryAfterSeconds: expect.any(Number) },
        });
      }
    },
  );

  test('without any word of when it ends is told at once', async () => {
    await tenant.setFaults({ respond: [{ status: 429, times: 1 }] });
    await expect(readAnn()).rejects.toMatchObject({ code: 'tenant-limit' });
    expect((await readAnn())?.name).toBe('Ann');
  });
});

describe('the token', () => {
  test('is renewed once when the tenant no longer takes it', async () => {
    await readAnn();
    await tenant.setFaults({ respond: [{ match: { path: '/users' }, status: 401, times: 1 }] });
    const calls = await tenant.callsOf(async () => expect((await readAnn())?.name).toBe('Ann'));
    expect(calls).toHaveLength(2);
  });

  test('that is never taken ends in a sentence', async () => {
    await tenant.setFaults({ expireTokens: true });
    const calls = await tenant.callsOf(() =>
      expect(withinTwoSeconds(readAnn)).rejects.toMatchObject({
        code: 'tenant-unavailable',
        message: expect.stringContaining('does not accept this console’s own credentials'),
      }),
    );
    expect(calls).toHaveLength(2);
  });
});

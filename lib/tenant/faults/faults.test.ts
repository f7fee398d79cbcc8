import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../management/testing/test-api.ts';
import { createFaults } from './faults.ts';
import { createRateLimiter } from './rate-limit.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi(30);
});

beforeEach(async () => {
  await api.control('PUT', '/faults', {});
});

afterAll(() => api.close());

const faults = (body: object) => api.control('PUT', '/faults', body);

describe('answers put in place of the API’s own', () => {
  test('come as often as asked, for the requests that match, in Auth0’s shape', async () => {
    await faults({ respond: [{ match: { method: 'GET', path: '/roles' }, status: 503, times: 2 }] });
    expect((await api.call('GET', '/connections')).status).toBe(200);
    const first = await api.call('GET', '/roles');
    expect(first).toMatchObject({ status: 503, body: { statusCode: 503, error: 'Service Unavailable' } });
    expect((await api.call('GET', '/roles')).status).toBe(503);
    expect((await api.call('GET', '/roles')).status).toBe(200);
    expect((await api.control('GET', '/faults')).body.respond).toEqual([]);
  });

  test('before the change nothing is done, after the change it is', async () => {
    const names = async () =>
      (await api.call('GET', '/roles')).body.map((role: { name: string }) => role.name);
    const create = (name: string) => api.call('POST', '/roles', { name });
    await faults({ respond: [{ match: { method: 'POST' }, status: 500, when: 'before' }] });
    expect((await create('Before')).status).toBe(500);
    expect(await names()).not.toContain('Before');
    await faults({ respond: [{ match: { method: 'POST' }, status: 500, when: 'after' }] });
    expect((await create('After')).status).toBe(500);
    expect(await names()).toContain('After');
    expect((await create('After')).status).toBe(409);
  });

  test('can be malformed, empty, or the end of the connection', async () => {
    await faults({ respond: [{ status: 200, body: 'malformed' }] });
    const malformed = await api.call('GET', '/roles');
    expect(malformed.headers.get('content-type')).toContain('text/html');
    await faults({ respond: [{ status: 500, body: 'empty' }] });
    expect(await api.call('GET', '/roles')).toMatchObject({ status: 500, text: '' });
    await faults({ respond: [{ status: 500, body: 'hang-up' }] });
    await expect(api.call('GET', '/roles')).rejects.toThrow();
    expect((await api.call('GET', '/roles')).status).toBe(200);
  });

  test('can be for one address exactly, and say when to come back in the shape of either 429', async () => {
    const match = { method: 'GET', path: '/roles', exactly: true };
    await faults({
      respond: [
        { match, status: 429, retryAfterSeconds: 7 },
        { match, status: 429, retryAfterSeconds: 7, body: 'custom-policy' },
      ],
    });
    expect((await api.call('GET', '/roles/rol_none')).status).toBe(404);
    const classic = await api.call('GET', '/roles');
    expect(classic).toMatchObject({ status: 429, body: { statusCode: 429, errorCode: 'too_many_requests' } });
    expect(Number(classic.headers.get('x-ratelimit-reset'))).toBeGreaterThan(Date.now() / 1_000 + 5);
    const custom = await api.call('GET', '/roles');
    expect(custom.body).toEqual({ error: 'too_many_requests', error_description: expect.any(String) });
    expect(custom.headers.get('retry-after')).toBe('7');
    expect((await api.call('GET', '/roles')).status).toBe(200);
  });
});

describe('a slow or silent tenant', () => {
  test('ends a search that takes longer than 2 s with 503, and nothing else', async () => {
    await faults({ slowSearchMs: 60_000 });
    expect((await api.call('GET', '/roles')).status).toBe(200);
    const [quick, slow] = await Promise.all([
      api.call('GET', '/users?per_page=1'),
      api.call('GET', '/users?q=name:a*&search_engine=v3'),
    ]);
    expect([quick.status, slow.status]).toEqual([200, 503]);
  });

  test('closes the connection after its silence, and has done nothing', async () => {
    await faults({ silenceMs: 50 });
    await expect(api.call('POST', '/roles', { name: 'Silent' })).rejects.toThrow();
    await faults({});
    expect((await api.call('POST', '/roles', { name: 'Silent' })).status).toBe(200);
  });

  test('counts every token as expired while told so', async () => {
    await faults({ expireTokens: true });
    expect(await api.call('GET', '/roles')).toMatchObject({ status: 401, body: { error: 'Unauthorized' } });
    await faults({});
    expect((await api.call('GET', '/roles')).status).toBe(200);
  });
});

describe('the rate limit', () => {
  test('of a free tenant lets two through and refuses the third with both of Auth0’s bodies', async () => {
    await faults({ rateLimit: 'free' });
    const answers = [];
    for (let count = 0; count < 3; count += 1) answers.push(await api.call('GET', '/roles'));
    const refused = answers.find(({ status }) => status === 429) ?? (await api.call('GET', '/roles'));
    expect(refused).toMatchObject({
      status: 429,
      body: { statusCode: 429, error: 'Too Many Requests', errorCode: 'too_many_requests' },
    });
    expect(refused.headers.get('x-ratelimit-limit')).toBe('2');
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(answers[0]?.headers.get('x-ratelimit-limit')).toBe('2');
    await api.control('PATCH', '/faults', { rateLimitBody: 'custom-policy' });
    const burst = await Promise.all(Array.from({ length: 4 }, () => api.call('GET', '/roles')));
    const custom = burst.find(({ status }) => status === 429);
    expect(custom?.body).toEqual({ error: 'too_many_requests', error_description: expect.any(String) });
    expect(Number(custom?.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('is off unless switched on, and says nothing then', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => api.call('GET', '/roles')));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 60 }, () => 200));
    expect(answers[0]?.headers.has('x-ratelimit-limit')).toBe(false);
  });
});

describe('a token bucket', () => {
  const start = 1_800_000_000_000;

  function limiterAt(rateLimit: 'free' | 'essentials' | 'enterprise') {
    const clock = { now: start };
    const limiter = createRateLimiter(createFaults({ rateLimit }), () => clock.now);
    const takeAll = (group: 'read-users' | 'read-logs') => {
      let taken = 0;
      while (limiter.take(group).allowed) taken += 1;
      return taken;
    };
    return { clock, limiter, takeAll };
  }

  test('of each group holds its own burst, and an empty one leaves the others alone', () => {
    const { limiter, takeAll } = limiterAt('essentials');
    expect(takeAll('read-users')).toBe(40);
    expect(takeAll('read-logs')).toBe(10);
    expect(limiter.take('write-users').allowed).toBe(true);
  });

  test('refills evenly, and its reset is when the next call goes through', () => {
    const { clock, limiter, takeAll } = limiterAt('enterprise');
    expect(takeAll('read-users')).toBe(50);
    const { headers } = limiter.take('read-logs');
    const reset = Number(headers['x-ratelimit-reset']) * 1_000;
    expect(reset).toBeGreaterThan(clock.now);
    clock.now = reset;
    expect(limiter.take('read-logs').allowed).toBe(true);
    clock.now += 1_000;
    expect(takeAll('read-users')).toBeGreaterThanOrEqual(16);
    clock.now += 60_000;
    expect(takeAll('read-users')).toBe(50);
  });
});

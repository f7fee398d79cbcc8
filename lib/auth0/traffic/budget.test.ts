import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Budget } from './budget.ts';
import type { Priority } from './priority.ts';
import { type Rate, tokensInMemory } from './token-source.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T08:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Outcome {
  priority: Priority;
  atMs: number;
  waitedMs: number;
  isRefused: boolean;
}

/** People and jobs who want calls from servers that share one bucket, for a minute of a clock that is set by hand. */
function clientsOf(rate: Rate, servers: number) {
  const source = tokensInMemory();
  const budgets = Array.from({ length: servers }, () => new Budget(rate, source));
  const outcomes: Outcome[] = [];
  let asked = 0;
  const want = async (priority: Priority, timeoutMs: number): Promise<void> => {
    const budget = budgets[asked++ % servers];
    const sinceMs = Date.now();
    const isRefused = await budget?.take('read-users', priority, timeoutMs).then(
      () => false,
      () => true,
    );
    outcomes.push({
      priority,
      atMs: Date.now(),
      waitedMs: Date.now() - sinceMs,
      isRefused: isRefused === true,
    });
  };
  return { budgets, outcomes, want };
}

const of = (outcomes: Outcome[], priority: Priority) => outcomes.filter((one) => one.priority === priority);

describe('many people and many jobs at once', () => {
  test.each([
    {
      name: 'an Enterprise tenant',
      rate: { perSecond: 16, burst: 50 },
      readsPerSecond: 8,
      writesPerSecond: 3,
    },
    {
      name: 'a Professional tenant',
      rate: { perSecond: 8, burst: 40 },
      readsPerSecond: 4,
      writesPerSecond: 1,
    },
    { name: 'a free tenant', rate: { perSecond: 2, burst: 2 }, readsPerSecond: 0.5, writesPerSecond: 0.25 },
  ])('of $name, on two servers: no person is kept waiting by bulk, which gets what is left', async (row) => {
    const { outcomes, want } = clientsOf(row.rate, 2);
    const seconds = 60;
    const endMs = Date.now() + seconds * 1_000;
    const job = async () => {
      while (Date.now() < endMs) await want('bulk', 30_000);
    };
    for (let at = 0; at < 30; at += 1) void job();
    const reading = setInterval(() => void want('read', 1_600), 1_000 / row.readsPerSecond);
    const writing = setInterval(() => void want('write', 1_500), 1_000 / row.writesPerSecond);
    await vi.advanceTimersByTimeAsync(seconds * 1_000);
    clearInterval(reading);
    clearInterval(writing);
    for (const priority of ['read', 'write'] as const) {
      expect(of(outcomes, priority).length, priority).toBeGreaterThan(10);
      expect(
        of(outcomes, priority).filter(({ isRefused }) => isRefused),
        priority,
      ).toEqual([]);
    }
    expect(Math.max(...of(outcomes, 'read').map(({ waitedMs }) => waitedMs))).toBeLessThanOrEqual(500);
    const made = outcomes.filter(({ isRefused }) => !isRefused).length;
    const most = row.rate.burst + seconds * row.rate.perSecond;
    expect(made).toBeLessThanOrEqual(most);
    // Nothing is left lying about either.
    expect(made).toBeGreaterThan(most * 0.8 - row.rate.burst);
    expect(of(outcomes, 'bulk').length).toBeGreaterThan(10);
  });

  test('more readers than the tenant takes: each is answered or told in time, and those who save are not forgotten', async () => {
    const { outcomes, want } = clientsOf({ perSecond: 16, burst: 50 }, 2);
    const reading = setInterval(() => void want('read', 1_600), 20);
    const writing = setInterval(() => void want('write', 1_500), 1_000);
    await vi.advanceTimersByTimeAsync(20_000);
    clearInterval(reading);
    clearInterval(writing);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(of(outcomes, 'read').length).toBeGreaterThanOrEqual(990);
    expect(outcomes.some(({ isRefused }) => isRefused)).toBe(true);
    expect(Math.max(...outcomes.map(({ waitedMs }) => waitedMs))).toBeLessThanOrEqual(1_900);
    const writes = of(outcomes, 'write');
    expect(writes.filter(({ isRefused }) => !isRefused).length).toBeGreaterThan(0);
  });
});

describe('who waits', () => {
  test('is let out by rank: who reads, then who saves, then bulk', async () => {
    const budget = new Budget({ perSecond: 4, burst: 1 }, tokensInMemory());
    await budget.take('read-users', 'read', 1_000);
    const order: string[] = [];
    for (const priority of ['bulk', 'write', 'read'] as const) {
      void budget.take('read-users', priority, 30_000).then(() => order.push(priority));
    }
    expect(budget.view().waiting).toEqual({ read: 1, write: 1, bulk: 1 });
    await vi.advanceTimersByTimeAsync(300);
    expect(order).toEqual(['read']);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(order).toEqual(['read', 'write', 'bulk']);
  });

  test('is told at once when the tenant’s limit ends too late, with when to try again', async () => {
    const budget = new Budget(undefined, tokensInMemory());
    const reset = `${Date.now() / 1_000 + 7}`;
    budget.learn('read-users', 429, new Headers({ 'x-ratelimit-reset': reset }));
    await expect(budget.take('read-users', 'read', 1_600)).rejects.toMatchObject({
      kind: 'spent',
      retryAfterSeconds: 7,
    });
    expect(budget.view().refused).toBe(1);
    await budget.take('read-logs', 'read', 1_600);
    await vi.advanceTimersByTimeAsync(7_000);
    await budget.take('read-users', 'read', 1_600);
  });

  test('waits for nobody’s database: one that fails is no reason to hold calls', async () => {
    const budget = new Budget(
      { perSecond: 1, burst: 1 },
      { take: () => Promise.reject(new Error('gone')), pause: () => Promise.reject(new Error('gone')) },
    );
    for (let at = 0; at < 5; at += 1) await budget.take('read-users', 'read', 1_600);
  });
});

import { describe, expect, test } from 'vitest';
import { Allowances } from './allowances.ts';

const start = Date.parse('2026-11-23T08:00:00Z');

function allowancesAt() {
  const clock = { nowMs: start };
  const allowances = new Allowances(() => clock.nowMs);
  const answer = (status: number, remaining: number, resetInSeconds: number, limit = 10) =>
    allowances.learn(
      'read-users',
      status,
      new Headers({
        'x-ratelimit-limit': `${limit}`,
        'x-ratelimit-remaining': `${remaining}`,
        'x-ratelimit-reset': `${clock.nowMs / 1_000 + resetInSeconds}`,
      }),
    );
  const waitMs = (priority: 'read' | 'write' | 'bulk' = 'read') => allowances.waitMs('read-users', priority);
  return { clock, allowances, answer, waitMs };
}

describe('what the tenant says of its limits', () => {
  test('is believed: calls go out while some remain, and wait for the reset where none does', () => {
    const { clock, allowances, answer, waitMs } = allowancesAt();
    expect(waitMs()).toBe(0);
    answer(200, 1, 3);
    expect(waitMs()).toBe(0);
    allowances.spend('read-users');
    expect(waitMs()).toBe(3_000);
    expect(allowances.waitMs('read-logs', 'read')).toBe(0);
    clock.nowMs += 3_000;
    expect(waitMs()).toBe(0);
  });

  test('after a limit one call goes first, and the others follow when it is answered', () => {
    const { clock, allowances, answer, waitMs } = allowancesAt();
    expect(answer(429, 0, 1)).toBe(1_000);
    clock.nowMs += 1_000;
    expect(waitMs()).toBe(0);
    allowances.spend('read-users');
    expect(waitMs()).toBeGreaterThan(0);
    answer(200, 5, 1);
    expect(waitMs()).toBe(0);
  });

  test('leaves half of it to people: bulk waits, and tries again when what is known is old', () => {
    const { clock, answer, waitMs } = allowancesAt();
    answer(200, 6, 60);
    expect(waitMs('bulk')).toBe(0);
    answer(200, 5, 60);
    expect([waitMs('read'), waitMs('write'), waitMs('bulk')]).toEqual([0, 0, 2_000]);
    clock.nowMs += 2_000;
    expect(waitMs('bulk')).toBe(0);
  });

  test('is taken from Retry-After, which is exact, before a reset', () => {
    const { allowances, waitMs } = allowancesAt();
    const headers = new Headers({ 'retry-after': '2', 'x-ratelimit-reset': `${start / 1_000 + 9}` });
    expect(allowances.learn('read-users', 429, headers)).toBe(2_000);
    expect(waitMs()).toBe(2_000);
  });

  test('is forgotten when the tenant limits nothing any more, and a 429 without a word of its end holds nobody', () => {
    const { allowances, answer, waitMs } = allowancesAt();
    answer(200, 0, 60);
    allowances.learn('read-users', 200, new Headers());
    expect(waitMs()).toBe(0);
    expect(allowances.learn('read-users', 429, new Headers())).toBeUndefined();
    expect(waitMs()).toBe(0);
  });

  test('another server was told holds here too, and never shortens what is known here', () => {
    const { allowances, answer, waitMs } = allowancesAt();
    allowances.pause('read-users', 700);
    expect(waitMs()).toBe(700);
    answer(429, 0, 5);
    allowances.pause('read-users', 700);
    expect(waitMs()).toBe(5_000);
  });
});

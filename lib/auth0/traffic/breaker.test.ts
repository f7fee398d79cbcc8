import { describe, expect, test } from 'vitest';
import { Breaker } from './breaker.ts';

const start = Date.parse('2026-11-23T08:00:00Z');

function breakerAt(faultsMax = 3) {
  const clock = { nowMs: start };
  const breaker = new Breaker(faultsMax, () => clock.nowMs);
  const failOnce = () => {
    const isAdmitted = breaker.admit();
    if (isAdmitted) breaker.failed();
    return isAdmitted;
  };
  return { clock, breaker, failOnce };
}

describe('the circuit breaker', () => {
  test('opens after as many faults in a row as it is told, and an answer in between begins the count anew', () => {
    const { breaker, failOnce } = breakerAt();
    failOnce();
    failOnce();
    breaker.admit();
    breaker.succeeded();
    failOnce();
    failOnce();
    expect(breaker.view()).toMatchObject({ state: 'closed', faults: 2, nextAttemptAtMs: undefined });
    expect(breaker.admit()).toBe(true);
    breaker.failed();
    expect(breaker.view()).toEqual({
      state: 'open',
      faults: 3,
      firstFaultAtMs: start,
      nextAttemptAtMs: start + 1_000,
    });
    expect(breaker.admit()).toBe(false);
  });

  test('lets one call at a time try again, and all of them once one is answered', () => {
    const { clock, breaker, failOnce } = breakerAt(1);
    failOnce();
    clock.nowMs += 999;
    expect(breaker.admit()).toBe(false);
    clock.nowMs += 1;
    expect([breaker.admit(), breaker.admit()]).toEqual([true, false]);
    expect(breaker.view().state).toBe('probing');
    breaker.succeeded();
    expect([breaker.admit(), breaker.admit()]).toEqual([true, true]);
    expect(breaker.view()).toMatchObject({ state: 'closed', faults: 0, firstFaultAtMs: undefined });
  });

  test('tries again after one second, two, four, and never later than after five', () => {
    const { clock, breaker, failOnce } = breakerAt(1);
    failOnce();
    const waits = Array.from({ length: 5 }, () => {
      const { nextAttemptAtMs = 0 } = breaker.view();
      const waitMs = nextAttemptAtMs - clock.nowMs;
      clock.nowMs = nextAttemptAtMs;
      expect(failOnce()).toBe(true);
      return waitMs;
    });
    expect(waits).toEqual([1_000, 2_000, 4_000, 5_000, 5_000]);
    expect(breaker.view().firstFaultAtMs).toBe(start);
  });

  test('is not kept open by calls that were on their way when it opened, and closed by one that was answered', () => {
    const { clock, breaker } = breakerAt(1);
    for (const _ of [1, 2, 3]) breaker.admit();
    breaker.failed();
    clock.nowMs += 900;
    breaker.failed();
    expect(breaker.view().nextAttemptAtMs).toBe(start + 1_000);
    breaker.succeeded();
    expect(breaker.admit()).toBe(true);
  });

  test('lets the next call try when one gave up that tried', () => {
    const { clock, breaker, failOnce } = breakerAt(1);
    failOnce();
    clock.nowMs += 1_000;
    expect(breaker.admit()).toBe(true);
    breaker.gaveUp();
    expect(breaker.admit()).toBe(true);
  });
});

import { describe, expect, test } from 'vitest';
import type { Answer } from '#components/users/form/call-action.ts';
import type { Problem } from '#lib/errors.ts';
import { runOneByOne } from './run-one-by-one.ts';

type Failing = Record<string, Partial<Problem>[]>;

/** Runs three users; each of the failures of one is answered once, then it is done. */
async function runOf(failing: Failing = {}, stopAfter?: string) {
  const told: string[] = [];
  const waits: number[] = [];
  let stopped = false;
  const left = structuredClone(failing);
  await runOneByOne(['a', 'b', 'c'], {
    async call({ userId }): Promise<Answer<unknown>> {
      if (userId === stopAfter) stopped = true;
      const problem = left[userId]?.shift();
      return problem
        ? { ok: false, problem: { code: 'refused-by-hook', message: '', ...problem } }
        : { ok: true, value: null };
    },
    isStopped: () => stopped,
    async wait(seconds) {
      waits.push(seconds);
    },
    onBegin: (userId) => told.push(`${userId}…`),
    onWait: () => {},
    onEnd: (userId, problem) => told.push(`${userId} ${problem?.code ?? 'done'}`),
  });
  return { told, waits };
}

describe('what is done to many', () => {
  test('is done to one after the other, and one who is refused keeps nobody else from it', async () => {
    const { told } = await runOf({ b: [{ code: 'refused-by-hook' }] });
    expect(told).toEqual(['a…', 'a done', 'b…', 'b refused-by-hook', 'c…', 'c done']);
  });

  test('ends after the one that is under way when it is stopped', async () => {
    expect((await runOf({}, 'b')).told).toEqual(['a…', 'a done', 'b…', 'b done']);
  });

  test('waits as long as the tenant asks for, and does nobody twice', async () => {
    const { told, waits } = await runOf({
      a: [{ code: 'tenant-limit', retryAfterSeconds: 3 }, { code: 'tenant-limit' }],
      b: [{ code: 'tenant-limit', retryAfterSeconds: 3_600 }],
    });
    expect(told).toEqual(['a…', 'a done', 'b…', 'b done', 'c…', 'c done']);
    expect(waits).toEqual([3, 1, 60]);
  });

  test('gives a tenant up that never has room, and does not wait once it is stopped', async () => {
    const limits = Array.from({ length: 50 }, () => ({ code: 'tenant-limit' as const }));
    expect((await runOf({ c: limits })).told.at(-1)).toBe('c tenant-limit');
    const stopped = await runOf({ a: limits }, 'a');
    expect(stopped).toEqual({ told: ['a…', 'a tenant-limit'], waits: [] });
  });

  test.each([
    ['not-signed-in', {}],
    ['no-role', {}],
    ['tenant-unavailable', {}],
    ['not-recorded', {}],
    ['unexpected', {}],
  ] as const)('is not tried on the others after %s, which holds for all', async (code, more) => {
    expect((await runOf({ a: [{ code, ...more }] })).told).toEqual(['a…', `a ${code}`]);
  });

  test.each([
    ['unexpected', { id: 'with an id' }],
    ['tenant-refused', {}],
    ['hook-failed', {}],
    ['not-found', {}],
  ] as const)('goes on after %s, which may hold for one', async (code, more) => {
    expect((await runOf({ a: [{ code, ...more }] })).told).toContain('c done');
  });
});

import { expect } from 'vitest';
import { AppError, type Problem } from '#lib/errors.ts';
import type { HookName } from '#lib/hook-runner/hook.ts';

/** One way in which a hook can fail: its text, and what a manager must read of it. */
export interface WayToFail {
  how: string;
  text: string;
  /** The hook's own decision, in its own words. */
  sentence?: string;
  status?: number;
  /** What the sentence about a fault holds, beside the name of the hook. */
  fault?: RegExp;
  /** The line that the sentence names. */
  line?: number;
  /** Keeps a processor busy, so that several at once would wait for each other. */
  spins?: boolean;
}

/** The limits that these ways are to run into, as variables for the console. */
export const shortLimits = { HOOK_CPU_MS: '100', HOOK_WAIT_MS: '2000', HOOK_ANSWER_KB: '64' };

const refused = 'Not on a Monday.';

/** Where many such runs wait for a processor at once, some are turned away before they begin, which is as true. */
function orBusy(fault: RegExp): RegExp {
  return new RegExp(`${fault.source}|too many hooks are waiting`);
}

export const waysToFail: readonly WayToFail[] = [
  {
    how: 'throws',
    text: 'function (ctx, callback) {\n  throw new Error("Broken.");\n}',
    fault: /Broken/,
    line: 2,
  },
  {
    how: 'throws what is no error',
    text: '(ctx, callback) => { throw { toString() { throw 1; } }; }',
    fault: /failed/,
  },
  {
    how: 'rejects',
    text: 'async function (ctx) {\n  await null;\n  null.x;\n}',
    fault: /TypeError/,
    line: 3,
  },
  {
    how: 'throws later, in a timer',
    text: '(ctx, callback) => {\n  setTimeout(() => { null.x; }, 1);\n}',
    fault: /TypeError/,
    line: 2,
  },
  {
    how: 'calls back with an Error',
    text: `(ctx, callback) => callback(new Error('${refused}'))`,
    sentence: refused,
  },
  { how: 'calls back with a string', text: `(ctx, callback) => callback('${refused}')`, sentence: refused },
  {
    how: 'calls back with a status',
    text: `(ctx, callback) => callback(Object.assign(new Error('${refused}'), { status: 409 }))`,
    sentence: refused,
    status: 409,
  },
  {
    how: 'calls back twice, first with an error',
    text: `(ctx, callback) => { callback(new Error('${refused}')); callback(null, {}); callback(null, []); }`,
    sentence: refused,
  },
  { how: 'never calls back', text: '(ctx, callback) => {}', fault: /without calling callback/ },
  {
    how: 'computes too long',
    text: '(ctx, callback) => {\n  for (;;);\n}',
    fault: orBusy(/more than 100 ms of processor time/),
    spins: true,
  },
  {
    how: 'waits too long',
    text: '(ctx, callback) => { setTimeout(callback, 60000); }',
    fault: orBusy(/did not call callback within 2000 ms/),
  },
  {
    how: 'answers too much',
    text: '(ctx, callback) => callback(null, { name: "x".repeat(100000) })',
    fault: /answer is too large/,
  },
  {
    how: 'needs too much memory',
    text: '(ctx, callback) => { var all = []; for (;;) all.push(new Array(100000).fill(1)); }',
    fault: orBusy(/memory|processor time/),
    spins: true,
  },
  { how: 'is not a function', text: '({ answer: 42 })', fault: /must be a function \(ctx, callback\)/ },
  {
    how: 'cannot be read',
    text: 'function (ctx, callback) {\n  callback(;\n}',
    fault: /cannot be read/,
    line: 2,
  },
];

/** Holds a problem against what must be told of a hook that failed in some way. */
export function expectTold(problem: Problem, hook: HookName, way: WayToFail): void {
  if (way.sentence !== undefined) {
    const status = way.status === undefined ? {} : { status: way.status };
    expect(problem).toEqual({ code: 'refused-by-hook', message: way.sentence, hook, ...status });
    return;
  }
  expect(problem).toMatchObject({ code: 'hook-failed', hook });
  expect(problem.message).toMatch(new RegExp(`^The ${hook} hook`));
  expect(problem.message).toMatch(/Tell an administrator\.$/);
  if (way.line !== undefined) expect(problem.message).toContain(`line ${way.line}`);
  if (way.fault && hook !== 'access') expect(problem.message).toMatch(way.fault);
}

/** How an attempt ended. */
export type Outcome = { value: unknown } | { problem: Problem };

/** Within this every attempt has ended, whatever a hook does. */
const endsWithinMs = 10_000;

/** How an attempt ends that hooks may fail in; a bug is neither outcome. */
export async function outcomeOf(attempt: () => Promise<unknown>): Promise<Outcome> {
  const startMs = performance.now();
  try {
    return { value: await attempt() };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { problem: error.toProblem() };
  } finally {
    expect(performance.now() - startMs).toBeLessThan(endsWithinMs);
  }
}

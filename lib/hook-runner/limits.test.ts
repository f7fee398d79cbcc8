import { afterAll, describe, expect, it } from 'vitest';
import { closeHookPool, toHookSource } from './load-hooks.ts';
import { runHook, runHookForEach } from './run-hook.ts';
import { answerOf, failureOf } from './testing/run-text.ts';

afterAll(closeHookPool);

describe('the limits of a run', () => {
  it('on processor time hold over all its turns', async () => {
    const text = `async (ctx) => {
      for (let i = 0; i < ctx.turns; i++) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        const until = Date.now() + 30;
        while (Date.now() < until) {}
      }
      return 'done';
    }`;
    expect(await answerOf(text, { turns: 2 })).toBe('done');
    expect(await failureOf(text, { turns: 60 })).toMatchObject({ code: 'cpu-limit' });
  });

  it('on processor time can be set, and the sentence says which it was', async () => {
    const failure = await failureOf('() => { for (;;) {} }', {}, { limits: { cpuMs: 40 } });
    expect(failure.message).toContain('more than 40 ms of processor time');
  });

  it('on waiting end a hook that calls back too late, and no other', async () => {
    const text = '(ctx, cb) => { setTimeout(() => cb(null, 1), ctx.ms); }';
    expect(await failureOf(text, { ms: 2_000 }, { limits: { waitMs: 150 } })).toMatchObject({
      code: 'wait-limit',
      message: 'The write hook was stopped: it did not call callback within 150 ms.',
    });
    expect(await answerOf(text, { ms: 20 }, { limits: { waitMs: 5_000 } })).toBe(1);
  });

  it('on memory can be set', async () => {
    const text =
      '(ctx, cb) => { const list = []; for (let i = 0; i < 5000; i++) list.push(new Array(100).fill(i)); cb(null, list.length); }';
    expect(await answerOf(text)).toBe(5000);
    expect(await failureOf(text, {}, { limits: { heapBytes: 4 * 1024 * 1024 } })).toMatchObject({
      code: 'memory-limit',
    });
  });

  it('on ctx refuse what is too large before the hook runs', async () => {
    const text = '(ctx, cb) => cb(null, ctx.text.length)';
    expect(await answerOf(text, { text: 'x'.repeat(1_000_000) })).toBe(1_000_000);
    expect(await failureOf(text, { text: 'x'.repeat(1_100_000) })).toMatchObject({ code: 'input-too-large' });
    expect(await failureOf(text, { text: '€'.repeat(400_000) })).toMatchObject({ code: 'input-too-large' });
  });

  it('on answers refuse what is too large', async () => {
    const text = '(ctx, cb) => cb(null, "x".repeat(ctx.length))';
    expect(await answerOf(text, { length: 1_000_000 })).toHaveLength(1_000_000);
    expect(await failureOf(text, { length: 1_100_000 })).toMatchObject({ code: 'answer-too-large' });
  });

  it('on calls to the host count each of them', async () => {
    const text = 'async (ctx) => { for (let i = 0; i < ctx.calls; i++) await ctx.read(); return "done"; }';
    expect(await answerOf(text, { calls: 64 })).toBe('done');
    expect(await failureOf(text, { calls: 65 })).toMatchObject({ code: 'host-limit' });
  });

  it('on the log keep what fits and say so', async () => {
    const text = '(ctx, cb) => { for (let i = 0; i < ctx.lines; i++) ctx.log("x".repeat(ctx.width)); cb(); }';
    const few = await runHook(toHookSource('write', text), { lines: 200, width: 10 });
    expect(few.log).toHaveLength(200);
    const many = await runHook(toHookSource('write', text), { lines: 500, width: 10 });
    expect(many.log).toHaveLength(201);
    expect(many.log.at(-1)).toContain('the log is full');
    const wide = await runHook(toHookSource('write', text), { lines: 20, width: 10_000 });
    expect(wide.log.join('').length).toBeLessThan(64 * 1024 + 200);
    expect(many.outcome.ok && wide.outcome.ok).toBe(true);
  });

  it('end a native loop that never asks for the time, and what comes after runs', async () => {
    const failure = await failureOf(
      '(ctx, cb) => { const a = []; a.length = 2 ** 32 - 1; cb(null, a.indexOf(1)); }',
    );
    expect(failure.code).toBe('cpu-limit');
    expect(await answerOf('(ctx, cb) => cb(null, 1)')).toBe(1);
  });
});

describe('a page of rows', () => {
  const refuseOdd = toHookSource(
    'access',
    '(ctx, cb) => { ctx.payload.n % 2 ? cb(new Error("odd")) : cb(null, ctx.payload.n); }',
  );
  const rows = (count: number) => Array.from({ length: count }, (_, n) => ({ payload: { n } }));

  it('gives one outcome for each row, in their order', async () => {
    const { outcomes } = await runHookForEach(refuseOdd, { request: {} }, rows(100));
    expect(outcomes.map((one) => (one.ok ? one.answer : one.error.message))).toEqual(
      rows(100).map(({ payload: { n } }) => (n % 2 ? 'odd' : n)),
    );
  });

  it('of no rows runs nothing', async () => {
    expect((await runHookForEach(refuseOdd, {}, [])).outcomes).toEqual([]);
  });

  it('shows no row what another row changed on ctx', async () => {
    const hook = toHookSource(
      'access',
      '(ctx, cb) => { ctx.request.user.seen += 1; ctx.extra = 1; cb(null, [ctx.request.user.seen, "extra" in ctx]); ctx.extra = 1; }',
    );
    const { outcomes } = await runHookForEach(hook, { request: { user: { seen: 0 } } }, rows(3));
    expect(outcomes).toEqual(Array.from({ length: 3 }, () => ({ ok: true, answer: [1, true] })));
  });

  it('that wait at the same time answer in their order', async () => {
    const hook = toHookSource(
      'access',
      '(ctx, cb) => { setTimeout(() => cb(null, ctx.payload.n), 30 - ctx.payload.n * 10); }',
    );
    const { outcomes } = await runHookForEach(hook, {}, rows(3));
    expect(outcomes).toEqual([0, 1, 2].map((answer) => ({ ok: true, answer })));
  });

  it('fails the rows that had no answer when the time was up, and only those', async () => {
    const hook = toHookSource(
      'access',
      '(ctx, cb) => { if (ctx.payload.n === 2) for (;;) {} cb(null, true); }',
    );
    const { outcomes } = await runHookForEach(hook, {}, rows(4), { limits: { cpuMs: 50 } });
    expect(outcomes.map((one) => (one.ok ? one.answer : one.error.code))).toEqual([
      true,
      true,
      'cpu-limit',
      'cpu-limit',
    ]);
  });

  it('too large for one ctx is run in parts, and a row that is too large alone fails alone', async () => {
    const hook = toHookSource('access', '(ctx, cb) => cb(null, ctx.text.length)');
    const members = [400_000, 400_000, 1_200_000, 400_000].map((length) => ({ text: 'x'.repeat(length) }));
    const { outcomes } = await runHookForEach(hook, {}, members);
    expect(outcomes.map((one) => (one.ok ? one.answer : one.error.code))).toEqual([
      400_000,
      400_000,
      'input-too-large',
      400_000,
    ]);
  });
});

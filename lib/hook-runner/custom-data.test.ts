import { afterAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { customDataInMemory } from './custom-data-in-memory.ts';
import type { CustomDataHost } from './hook.ts';
import { closeHookPool, toHookSource } from './load-hooks.ts';
import { runHook, runHookForEach } from './run-hook.ts';
import { answerOf, failureOf } from './testing/run-text.ts';

afterAll(closeHookPool);

const append =
  'async (ctx) => { ctx.log("trying", ctx.n); const data = await ctx.read(); data.seen = (data.seen || []).concat(ctx.n); await ctx.write(data); ctx.log("wrote", ctx.n); return data.seen.length; }';

const standing = async (host: CustomDataHost) => JSON.parse((await host.read()).json);
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

/** A host before whose nth write, and those up to the last, somebody else writes. */
function contested(writes: { first: number; last: number }): CustomDataHost {
  const host = customDataInMemory();
  let n = 0;
  const write: CustomDataHost['write'] = async (json, basedOn) => {
    n++;
    if (n >= writes.first && n <= writes.last) await host.write(`{"other":${n}}`, undefined);
    return host.write(json, basedOn);
  };
  const contestedPlace = { read: host.read, write };
  return { ...contestedPlace, alone: (work) => work(contestedPlace) };
}

describe('custom data', () => {
  it('is read and written where the caller keeps it', async () => {
    const customData = customDataInMemory();
    const text =
      'async (ctx) => { const data = await ctx.read(); data.n = (data.n || 0) + 1; await ctx.write(data); return data; }';
    expect(await answerOf(text, {}, { customData })).toEqual({ n: 1 });
    expect(await answerOf(text, {}, { customData })).toEqual({ n: 2 });
    expect(await standing(customData)).toEqual({ n: 2 });
  });

  it('is also reached with promises instead of await', async () => {
    const text =
      'function(ctx, callback) { ctx.read().then(function (data) { callback(null, data); }).catch(callback); }';
    expect(await answerOf(text, {}, { customData: customDataInMemory() })).toEqual({});
  });

  it('is empty and cannot be written where there is none', async () => {
    expect(await answerOf('async (ctx) => ctx.read()')).toEqual({});
    const failure = await failureOf('async (ctx) => ctx.write({})');
    expect(failure.message).toContain('custom data cannot be kept here, and nothing was written');
  });

  it('may have at most 400 kB', async () => {
    const customData = customDataInMemory();
    const text = 'async (ctx) => { await ctx.write("x".repeat(ctx.length)); return "written"; }';
    expect(await answerOf(text, { length: 399_998 }, { customData })).toBe('written');
    const failure = await failureOf(text, { length: 399_999 }, { customData });
    expect(failure.message).toContain('has 400001 bytes and may have 400000; nothing was written');
    expect(await standing(customData)).toHaveLength(399_998);
  });

  it('that cannot be read is an error which the hook can catch', async () => {
    const away = () => Promise.reject(new Error('the store is away'));
    const customData = { ...customDataInMemory(), read: away };
    const text = 'async (ctx) => ctx.read().catch((e) => e.message)';
    expect(await answerOf(text, {}, { customData })).toBe('the store is away');
  });

  it('is kept when the hook refuses after it wrote', async () => {
    const customData = customDataInMemory();
    const text = 'async (ctx, callback) => { await ctx.write({ refused: 1 }); callback("No."); }';
    expect((await failureOf(text, {}, { customData })).message).toBe('No.');
    expect(await standing(customData)).toEqual({ refused: 1 });
  });

  it('shows a hook what it wrote itself, and takes a second write', async () => {
    const customData = customDataInMemory();
    const text =
      'async (ctx) => { const data = await ctx.read(); await ctx.write({ ...data, a: 1 }); const now = await ctx.read(); await ctx.write({ ...now, b: 2 }); return now; }';
    expect(await answerOf(text, {}, { customData })).toEqual({ a: 1 });
    expect(await standing(customData)).toEqual({ a: 1, b: 2 });
  });

  it('is written although the hook calls back without waiting for that', async () => {
    const customData = customDataInMemory();
    expect(
      await answerOf('(ctx, callback) => { ctx.write({ n: 1 }); callback(null, 1); }', {}, { customData }),
    ).toBe(1);
    expect(await standing(customData)).toEqual({ n: 1 });
  });

  it('is read and written although the hook called back before', async () => {
    const customData = customDataInMemory();
    const text =
      'function (ctx, callback) { ctx.read().then((data) => { data.n = (data.n || 0) + 1; return ctx.write(data); }); callback(null, 1); }';
    for (const _ of [1, 2]) expect(await answerOf(text, {}, { customData })).toBe(1);
    expect(await standing(customData)).toEqual({ n: 2 });
  });

  it('keeps nobody waiting for ever who called back before', async () => {
    const silent = { ...customDataInMemory(), read: () => new Promise<never>(() => {}) };
    const text = '(ctx, callback) => { ctx.read(); callback(null, 1); }';
    expect(await answerOf(text, {}, { customData: silent, limits: { waitMs: 200 } })).toBe(1);
    const burns = '(ctx, callback) => { ctx.write(1).then(() => { for (;;); }); callback(null, 1); }';
    expect(await answerOf(burns, {}, { customData: customDataInMemory(), limits: { cpuMs: 50 } })).toBe(1);
  });

  it('says in the log that a write failed, also when the hook does not wait for it', async () => {
    const hook = (length: number) =>
      toHookSource('write', `(ctx, callback) => { ctx.write("x".repeat(${length})); callback(); }`);
    const logOf = async (length: number) =>
      (await runHook(hook(length), {}, { customData: customDataInMemory() })).log;
    expect(await logOf(399_999)).toEqual([
      '[ctx.write: the data has 400001 bytes and may have 400000; nothing was written]',
    ]);
    expect(await logOf(399_998)).toEqual([]);
  });
});

describe('custom data that others write too', () => {
  it('keeps each of 20 concurrent appends, and each is told its own answer once', async () => {
    const customData = customDataInMemory();
    const runs = await Promise.all(
      numbers(20).map((n) => runHook(toHookSource('write', append), { n }, { customData })),
    );
    expect((await standing(customData)).seen.toSorted((a: number, b: number) => a - b)).toEqual(numbers(20));
    const answers = runs.map(({ outcome }) => outcome.ok && outcome.answer);
    expect(answers.map(Number).toSorted((a, b) => a - b)).toEqual(numbers(21).slice(1));
    expect(runs.map(({ log }) => log)).toEqual(numbers(20).map((n) => [`trying ${n}`, `wrote ${n}`]));
  });

  it('runs a hook again from its start, up to three times', async () => {
    const customData = contested({ first: 1, last: 3 });
    const { outcome, log } = await runHook(toHookSource('write', append), { n: 7 }, { customData });
    expect(outcome).toEqual({ ok: true, answer: 1 });
    expect(log).toEqual(['trying 7', 'wrote 7']);
    expect(await standing(customData)).toEqual({ other: 3, seen: [7] });
  });

  it('stops a hook in a sentence when it was overtaken four times, and keeps what the others wrote', async () => {
    const customData = contested({ first: 1, last: 4 });
    const failure = await failureOf(append, { n: 7 }, { customData });
    expect(failure).toMatchObject({ code: 'stale-data', hook: 'write' });
    expect(failure.message).toContain('others had written theirs. Try again in a moment.');
    expect(await standing(customData)).toEqual({ other: 4 });
  });

  it('runs a hook again that had called back without waiting for its write', async () => {
    const customData = contested({ first: 1, last: 1 });
    const text =
      'function (ctx, callback) { ctx.read().then((data) => { data.n = 1; ctx.write(data); callback(null, data); }); }';
    expect(await answerOf(text, {}, { customData })).toEqual({ other: 1, n: 1 });
    expect(await standing(customData)).toEqual({ other: 1, n: 1 });
  });

  it('does not run a hook again that has written, but refuses its second write', async () => {
    const customData = contested({ first: 2, last: 2 });
    const text =
      'async (ctx) => { const data = await ctx.read(); await ctx.write({ a: 1 }); return ctx.write({ b: 2 }).catch((e) => e.message); }';
    expect(await answerOf(text, {}, { customData })).toContain('this data was not written');
    expect(await standing(customData)).toEqual({ other: 2 });
  });

  it('replaces whatever stands when the hook has not read it', async () => {
    const customData = contested({ first: 1, last: 9 });
    expect(
      await answerOf('async (ctx) => { await ctx.write({ mine: 1 }); return 1; }', {}, { customData }),
    ).toBe(1);
    expect(await standing(customData)).toEqual({ mine: 1 });
  });

  it('keeps what each row of one run writes, in the rows’ order', async () => {
    const customData = customDataInMemory();
    const rows: JsonObject[] = numbers(5).map((n) => ({ n }));
    const { outcomes, log } = await runHookForEach(toHookSource('access', append), {}, rows, { customData });
    expect(outcomes.map((outcome) => outcome.ok && outcome.answer)).toEqual([1, 2, 3, 4, 5]);
    expect(log).toEqual(numbers(5).flatMap((n) => [`trying ${n}`, `wrote ${n}`]));
    expect(await standing(customData)).toEqual({ seen: numbers(5) });
  });

  it('is an error of the hook when its place goes away between two attempts', async () => {
    const host = contested({ first: 1, last: 1 });
    const away = () => Promise.reject(new Error('the store is away'));
    const failure = await failureOf(append, { n: 1 }, { customData: { ...host, alone: away } });
    expect(failure).toMatchObject({
      code: 'crashed',
      message: 'The write hook was stopped: the store is away.',
    });
  });
});

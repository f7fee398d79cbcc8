import { afterAll, describe, expect, it } from 'vitest';
import type { Json } from '#lib/json.ts';
import { closeHookPool } from './load-hooks.ts';
import { answerOf, failureOf } from './testing/run-text.ts';

afterAll(closeHookPool);

describe('two runs', () => {
  it('in a row both see the original manager', async () => {
    const text = `function(ctx, callback) {
      const before = ctx.request.user.app_metadata.department;
      ctx.request.user.app_metadata.department = 'IT';
      globalThis.seen = (globalThis.seen || 0) + 1;
      Array.prototype.extra = true;
      callback(null, [before, globalThis.seen]);
    }`;
    const ctx = { request: { user: { app_metadata: { department: 'Finance' } } } };
    for (let i = 0; i < 8; i++) expect(await answerOf(text, ctx)).toEqual(['Finance', 1]);
    expect(ctx.request.user.app_metadata.department).toBe('Finance');
  });

  it('at the same time never see each other’s people, also when they wait', async () => {
    const text = `async function(ctx, callback) {
      const mine = ctx.request.user.name;
      globalThis.who = mine;
      const seen = [globalThis.who];
      for (let i = 0; i < ctx.turns; i++) {
        await new Promise((resolve) => setTimeout(resolve, i % 3));
        seen.push(globalThis.who, ctx.request.user.name);
      }
      callback(null, seen.every((name) => name === mine) ? mine : seen);
    }`;
    const names = Array.from({ length: 120 }, (_, i) => `manager ${i}`);
    const answers = await Promise.all(
      names.map((name, i) => answerOf(text, { request: { user: { name } }, turns: i % 5 })),
    );
    expect(answers).toEqual(names);
  });
});

describe('ctx.global', () => {
  it('is shared by the runs of a process', async () => {
    const count =
      '(ctx, cb) => { ctx.global.count = (ctx.global.count || 0) + 1; cb(null, ctx.global.count); }';
    const first = Number(await answerOf(count));
    for (let i = 1; i < 6; i++) expect(await answerOf(count)).toBe(first + i);
    await answerOf('(ctx, cb) => { delete ctx.global.count; cb(); }');
    expect(await answerOf('(ctx, cb) => cb(null, "count" in ctx.global)')).toBe(false);
  });

  it('keeps members that two runs set at the same time', async () => {
    const set =
      'async (ctx) => { ctx.global; await new Promise((r) => setTimeout(r, 5)); ctx.global["k" + ctx.n] = ctx.n; return 1; }';
    await Promise.all(Array.from({ length: 10 }, (_, n) => answerOf(set, { n })));
    const all = await answerOf(
      '(ctx, cb) => cb(null, Object.keys(ctx.global).filter((k) => k[0] === "k").sort())',
    );
    expect(all).toEqual(Array.from({ length: 10 }, (_, n) => `k${n}`));
  });

  it('does not take more than it may hold', async () => {
    const add = '(ctx, cb) => { ctx.global[ctx.name] = "x".repeat(700000); cb(); }';
    await answerOf(add, { name: 'first' });
    await answerOf(add, { name: 'second' });
    const has =
      '(ctx, cb) => { const had = ["first", "second"].map((name) => name in ctx.global); delete ctx.global.first; cb(null, had); }';
    expect(await answerOf(has)).toEqual([true, false]);
  });
});

describe('custom data', () => {
  function store() {
    let data: Json = {};
    return {
      read: async () => data,
      write: async (next: Json) => {
        data = next;
      },
    };
  }

  it('is read and written where the caller keeps it', async () => {
    const customData = store();
    const text =
      'async (ctx) => { const data = await ctx.read(); data.n = (data.n || 0) + 1; await ctx.write(data); return data; }';
    expect(await answerOf(text, {}, { customData })).toEqual({ n: 1 });
    expect(await answerOf(text, {}, { customData })).toEqual({ n: 2 });
    expect(await customData.read()).toEqual({ n: 2 });
  });

  it('is also reached with promises instead of await', async () => {
    const text =
      'function(ctx, callback) { ctx.read().then(function (data) { callback(null, data); }).catch(callback); }';
    expect(await answerOf(text, {}, { customData: store() })).toEqual({});
  });

  it('is empty and cannot be written where there is none', async () => {
    expect(await answerOf('async (ctx) => ctx.read()')).toEqual({});
    const failure = await failureOf('async (ctx) => ctx.write({})');
    expect(failure.message).toContain('custom data cannot be kept here, and nothing was written');
  });

  it('may have at most 400 kB', async () => {
    const customData = store();
    const text = 'async (ctx) => { await ctx.write("x".repeat(ctx.length)); return "written"; }';
    expect(await answerOf(text, { length: 399_000 }, { customData })).toBe('written');
    const failure = await failureOf(text, { length: 401_000 }, { customData });
    expect(failure.message).toContain('may have 400000; nothing was written');
    expect(await customData.read()).toHaveLength(399_000);
  });

  it('that cannot be read is an error which the hook can catch', async () => {
    const customData = { ...store(), read: () => Promise.reject(new Error('the store is away')) };
    expect(await answerOf('async (ctx) => ctx.read().catch((e) => e.message)', {}, { customData })).toBe(
      'the store is away',
    );
  });
});

import { afterAll, describe, expect, it } from 'vitest';
import { closeHookPool } from './load-hooks.ts';
import { answerOf } from './testing/run-text.ts';

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

import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultHookLimits, type HookLimits } from '../hook.ts';
import { HookPool, type PoolJob } from './hook-pool.ts';

const testing = (file: string) => join(import.meta.dirname, '..', 'testing', file);

const job = (text: string, limits: Partial<HookLimits> = {}): PoolJob => ({
  kind: 'run',
  text,
  limits: { ...defaultHookLimits, ...limits },
  mode: 'hook',
  shared: '{}',
  rows: '[{}]',
  rowCount: 1,
});

const waiting = '(ctx, cb) => { setTimeout(() => cb(null, "waited"), 3000); }';
const endless = '(ctx, cb) => { for (;;) {} }';
/** The engine looks for rings by comparing every level with all above it, and never asks for the time meanwhile. */
const nativeLoop =
  '(ctx, cb) => { let deep = []; for (let i = 0; i < 200000; i++) deep = [deep]; cb(null, JSON.stringify(deep)); }';

describe('a pool of sandboxes', () => {
  let pool: HookPool | undefined;
  const open = (path?: string) => {
    pool = new HookPool(2, path);
    return pool;
  };
  const endOf = async (one: HookPool, text: string, limits?: Partial<HookLimits>) => {
    const { outcomes } = await one.run(job(text, limits));
    const [outcome] = outcomes;
    return outcome?.ok ? outcome.json : outcome?.failure.code;
  };

  afterEach(async () => {
    await pool?.close();
    pool = undefined;
  });

  it('that cannot start says so to everybody who waits, and tries again for the next', async () => {
    const broken = open(testing('failing-worker.ts'));
    for (let round = 0; round < 2; round++) {
      const results = await Promise.all(
        Array.from({ length: 5 }, () => broken.run(job('(ctx, cb) => cb(null, 1)'))),
      );
      for (const { outcomes } of results) {
        expect(outcomes).toMatchObject([
          {
            ok: false,
            failure: { code: 'crashed', message: expect.stringContaining('this worker cannot start') },
          },
        ]);
      }
    }
  });

  it('whose file is not there says so too', async () => {
    expect(await endOf(open(testing('no-such-worker.ts')), '(ctx, cb) => cb()')).toBe('crashed');
  });

  it('that starts only at the third try runs', async () => {
    expect(await endOf(open(testing('flaky-worker.ts')), '(ctx, cb) => cb(null, 1)')).toBe('1');
  });

  it('goes on when a hook has to be ended with its thread; who waited there is told, the others answer', async () => {
    const one = open();
    const gate = Promise.withResolvers<string>();
    const customData = { read: () => gate.promise, write: async () => {} };
    // More than one thread holds, so that some wait in each of the two.
    const waiters = Array.from({ length: 20 }, () =>
      one.run({ ...job('async (ctx) => ctx.read()', { waitMs: 60_000 }), customData }),
    );
    expect(await endOf(one, nativeLoop, { waitMs: 60_000 })).toBe('cpu-limit');
    gate.resolve('"waited"');
    const ends = (await Promise.all(waiters)).map(({ outcomes: [first] }) =>
      first?.ok ? first.json : first?.failure.code,
    );
    expect(ends).toContain('"waited"');
    expect(ends.filter((end) => end !== '"waited"' && end !== 'crashed')).toEqual([]);
    expect(await endOf(one, '(ctx, cb) => cb(null, 1)')).toBe('1');
  });

  it('runs others while a hook burns its time', async () => {
    const one = open();
    await endOf(one, '(ctx, cb) => cb()');
    const order: string[] = [];
    const spinning = endOf(one, endless).then(() => order.push('spinning'));
    for (let i = 0; i < 20; i++) await endOf(one, '(ctx, cb) => cb(null, 1)');
    order.push('others');
    await spinning;
    expect(order).toEqual(['others', 'spinning']);
  });

  it('tells a run that could not start in time that it is busy', async () => {
    const one = open();
    await endOf(one, '(ctx, cb) => cb()');
    const spinning = Array.from({ length: 2 }, () => endOf(one, endless));
    expect(await endOf(one, '(ctx, cb) => cb(null, 1)', { waitMs: 50 })).toBe('busy');
    expect(await Promise.all(spinning)).toEqual(['cpu-limit', 'cpu-limit']);
    expect(await endOf(one, '(ctx, cb) => cb(null, 1)', { waitMs: 5_000 })).toBe('1');
  });

  it('lets a hundred hooks wait side by side', async () => {
    const one = open();
    const text = '(ctx, cb) => { setTimeout(() => cb(null, 1), 50); }';
    const ends = await Promise.all(Array.from({ length: 100 }, () => endOf(one, text, { waitMs: 20_000 })));
    expect(ends).toEqual(Array.from({ length: 100 }, () => '1'));
  });

  it('keeps answering rightly when more texts are used than it keeps', async () => {
    const one = open();
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 150; n++) expect(await endOf(one, `(ctx, cb) => cb(null, ${n})`)).toBe(`${n}`);
    }
  });

  it('that is closed ends what runs and takes nothing more', async () => {
    const one = open();
    await endOf(one, '(ctx, cb) => cb()');
    const running = endOf(one, waiting);
    await one.close();
    expect(await running).toBe('crashed');
    expect(await endOf(one, '(ctx, cb) => cb()')).toBe('crashed');
  });
});

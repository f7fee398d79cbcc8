import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '#lib/json.ts';
import type { HookOutcome } from '../hook.ts';
import { closeHookPool, toHookSource } from '../load-hooks.ts';
import { runHook } from '../run-hook.ts';

const folder = import.meta.dirname;
const files = readdirSync(folder).filter((name) => name.endsWith('.js'));

/** No hook may keep its caller longer than its limits, the grace before its thread is ended, and some room. */
const boundMs = 5_000;
const waitMs = 600;
const megabyte = 1024 * 1024;

const ctx = () => ({
  method: 'update',
  request: { user: { user_id: 'auth0|kelly', app_metadata: { department: 'Finance' } } },
  payload: { email: 'new@example.com' },
});

const clean = toHookSource(
  'write',
  `function (ctx, callback) {
    callback(null, {
      department: ctx.request.user.app_metadata.department,
      roles: ctx.request.user.app_metadata.roles,
      stolen: typeof stolen,
      list: [3, 1, 2].sort().map(String),
      admin: {}.admin,
      global: Object.keys(ctx.global).filter(function (key) { return key !== 'ring' && key !== 'run'; }),
      text: JSON.stringify({ a: 1 }),
    });
  }`,
);

/** The second line of each file says how it ends: a code, or 'answer' and JSON; several ways apart by ' | '. */
function endsOf(text: string): string[] {
  const found = /^\/\/ Ends as: (.+)$/m.exec(text);
  if (!found?.[1]) throw new Error('A hostile hook must say how it ends.');
  return found[1].split(' | ');
}

const sorted = (value: Json | undefined): string => JSON.stringify(value) ?? 'nothing';

const endOf = (outcome: HookOutcome): string =>
  outcome.ok ? `answer ${sorted(outcome.answer)}` : outcome.error.code;

describe('hostile hooks', () => {
  const stalls = monitorEventLoopDelay({ resolution: 5 });
  let rssBefore = 0;
  let rssMax = 0;

  beforeAll(async () => {
    await runHook(clean, ctx());
    rssBefore = process.memoryUsage.rss();
    stalls.enable();
  });

  afterAll(async () => {
    stalls.disable();
    const grownMb = Math.round((rssMax - rssBefore) / megabyte);
    console.info(`hostile: main loop stalled at most ${Math.round(stalls.max / 1e6)} ms, memory grew ${grownMb} MB`);
    await closeHookPool();
  });

  it('are at least forty-eight', () => {
    expect(files.length).toBeGreaterThanOrEqual(48);
  });

  it.each(files)('%s ends cleanly, and the next run sees nothing of it', async (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const startMs = performance.now();
    const { outcome, log } = await runHook(toHookSource('write', text), ctx(), { limits: { waitMs } });
    const tookMs = performance.now() - startMs;
    rssMax = Math.max(rssMax, process.memoryUsage.rss());

    expect(endsOf(text)).toContain(endOf(outcome));
    expect(tookMs).toBeLessThan(boundMs);
    expect(log.length).toBeLessThanOrEqual(203);
    if (!outcome.ok) {
      expect(outcome.error.message).not.toBe('');
      expect(outcome.error.message.length).toBeLessThan(5_000);
      expect(outcome.error.message).not.toContain(process.cwd());
      expect(outcome.error.status ?? 400).toBeGreaterThanOrEqual(400);
    }

    for (let i = 0; i < 2; i++) {
      const next = await runHook(clean, ctx());
      expect(next.outcome).toEqual({
        ok: true,
        answer: { department: 'Finance', stolen: 'undefined', list: ['1', '2', '3'], global: [], text: '{"a":1}' },
      });
    }
  });

  it('leave the process as it was', () => {
    expect(({} as { admin?: unknown }).admin).toBeUndefined();
    expect(rssMax - rssBefore).toBeLessThan(200 * megabyte);
  });
});

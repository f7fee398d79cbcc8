import type { JsonObject } from '#lib/json.ts';
import { isTelemetryOn, measured, traced } from '#lib/telemetry/telemetry.ts';
import { defaultHookLimits, type HookOutcome, type HookSource, type RunOptions } from './hook.ts';
import { runRows } from './run-rows.ts';

/**
 * Runs a hook once in the sandbox. Never rejects: a hook that fails in whatever way is an outcome.
 * `ms` is the time in the sandbox.
 */
export async function runHook(
  hook: HookSource,
  ctx: JsonObject,
  options: RunOptions = {},
): Promise<{ outcome: HookOutcome; log: string[]; ms: number }> {
  const { outcomes, log, ms } = await runHookForEach(hook, ctx, [{}], options);
  const [outcome] = outcomes;
  if (!outcome) throw new Error('A run for one row must have one outcome.');
  return { outcome, log, ms };
}

/**
 * Runs a hook once for each of `members`, with `shared` and that member laid over it as ctx; all runs share
 * one realm, one message and one set of limits. Outcomes are in the order of `members`.
 */
export async function runHookForEach(
  hook: HookSource,
  shared: JsonObject,
  members: JsonObject[],
  options: RunOptions = {},
): Promise<{ outcomes: HookOutcome[]; log: string[]; ms: number }> {
  const run = {
    hook: hook.name,
    text: hook.text,
    mode: 'hook' as const,
    shared,
    rows: members,
    limits: options.limits ? { ...defaultHookLimits, ...options.limits } : defaultHookLimits,
    customData: options.customData,
    remote: options.remote,
    isTrial: options.isTrial,
  };
  if (!isTelemetryOn()) return runRows(run);
  return tracedRun(hook, members.length, () => runRows(run));
}

type RunResult = Awaited<ReturnType<typeof runRows>>;

/** Nothing that the hook was given or answered is told, only how it ended. */
async function tracedRun(
  { name, version, number }: HookSource,
  runs: number,
  run: () => Promise<RunResult>,
): Promise<RunResult> {
  const startedMs = performance.now();
  const attributes = {
    'steward.hook.name': name,
    'steward.hook.version': number ?? version,
    'steward.hook.runs': runs,
  };
  return traced(`hook ${name}`, attributes, async (add) => {
    const result = await run();
    const failed = result.outcomes.find(({ ok }) => !ok);
    const outcome = failed && !failed.ok ? failed.error.code : 'answered';
    add({ 'steward.hook.outcome': outcome, 'steward.hook.sandbox_ms': result.ms });
    measured('steward.hook.duration', performance.now() - startedMs, {
      'steward.hook.name': name,
      'steward.hook.outcome': outcome,
    });
    return result;
  });
}

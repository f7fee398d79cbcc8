import { z } from 'zod';
import { AppError } from '#lib/errors.ts';
import { hookNames, hookTextBytesMax } from '#lib/hook-runner/hook.ts';
import { toHookSource } from '#lib/hook-runner/load-hooks.ts';
import { runHook } from '#lib/hook-runner/run-hook.ts';
import { trialData } from '#lib/hook-runner/trial-data.ts';
import { isJsonObject, type JsonObject } from '#lib/json.ts';
import { type Words, words } from '#lib/words.ts';
import { type Manager, requireScope } from '../manager.ts';
import { hookRunOptions } from '../policy/run-policy-hook.ts';
import type { HookTrial } from './hook-view.ts';
import { toFault } from './list-hooks.ts';

/** The form of what `tryHook` takes; `ctx` is JSON as it was typed. */
export const tryHookInput = z.strictObject({
  hook: z.enum(hookNames),
  text: z.string().max(hookTextBytesMax),
  ctx: z.string(),
});

/**
 * Runs a text as one of the hooks, in the sandbox and under the limits of every run. Nothing is kept and nothing
 * is sent to the tenant: custom data are read as they stand, what the hook writes to them or to `ctx.global`
 * is gone afterwards. Remote calls are made.
 * @throws AppError 'not-allowed', 'no-role'; 'invalid-input' for a `ctx` that is no JSON object
 */
export async function tryHook(
  manager: Manager,
  { hook, text, ctx }: z.output<typeof tryHookInput>,
): Promise<HookTrial> {
  requireScope(manager, 'manage:config');
  const options = hookRunOptions();
  const { outcome, log, ms } = await runHook(toHookSource(hook, text), contextIn(ctx), {
    ...options,
    customData: trialData(options.customData),
    isTrial: true,
  });
  if (!outcome.ok) return { outcome: { ok: false, fault: toFault(outcome.error) }, log, ms };
  const { answer } = outcome;
  return { outcome: answer === undefined ? { ok: true } : { ok: true, answer }, log, ms };
}

function contextIn(text: string): JsonObject {
  let ctx: unknown;
  try {
    ctx = JSON.parse(text);
  } catch (error) {
    throw unusable(
      words('This is no JSON: {why}', { why: error instanceof Error ? error.message : String(error) }),
    );
  }
  if (!isJsonObject(ctx)) throw unusable(words('This must be a JSON object, in braces.'));
  return ctx;
}

function unusable(sentence: Words): AppError {
  const message = words('The hook was not run, because its ctx cannot be read.');
  return new AppError('invalid-input', message, { fields: { ctx: sentence } });
}

import type { Json, JsonObject } from '#lib/json.ts';
import type { HookFailure, HookName, RunOptions } from '../hook.ts';
import { toHookSource } from '../load-hooks.ts';
import { runHook } from '../run-hook.ts';

/** Runs a hook's text in the real sandbox and gives its answer; a failure is an error of the test. */
export async function answerOf(
  text: string,
  ctx: JsonObject = {},
  options: RunOptions = {},
): Promise<Json | undefined> {
  const { outcome } = await runHook(toHookSource('write', text), ctx, options);
  if (!outcome.ok) throw new Error(`Expected an answer, got ${outcome.error.code}: ${outcome.error.message}`);
  return outcome.answer;
}

/** Runs a hook's text in the real sandbox and gives its failure; an answer is an error of the test. */
export async function failureOf(
  text: string,
  ctx: JsonObject = {},
  options: RunOptions & { name?: HookName } = {},
): Promise<HookFailure> {
  const { outcome } = await runHook(toHookSource(options.name ?? 'write', text), ctx, options);
  if (outcome.ok) throw new Error(`Expected a failure, got the answer ${JSON.stringify(outcome.answer)}`);
  return outcome.error;
}

/** Runs a hook's text in the real sandbox and gives its log. */
export async function logOf(text: string, ctx: JsonObject = {}): Promise<string[]> {
  return (await runHook(toHookSource('write', text), ctx)).log;
}

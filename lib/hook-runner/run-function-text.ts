import type { Json } from '#lib/json.ts';
import { defaultHookLimits, type HookOutcome, type RunOptions } from './hook.ts';
import { runRows } from './run-rows.ts';

/**
 * Calls a function whose text the settings hook gave (`display`, `validationFunction`, `errorTranslator`) once
 * for each list of arguments, all in one realm under one set of limits. The function answers by returning.
 * Outcomes are in the order of `argumentLists`.
 */
export async function runFunctionText(
  text: string,
  argumentLists: Json[][],
  options: Pick<RunOptions, 'limits'> = {},
): Promise<HookOutcome[]> {
  const limits = options.limits ? { ...defaultHookLimits, ...options.limits } : defaultHookLimits;
  const { outcomes } = await runRows({
    hook: 'settings',
    text,
    mode: 'function',
    shared: {},
    rows: argumentLists,
    limits,
  });
  return outcomes;
}

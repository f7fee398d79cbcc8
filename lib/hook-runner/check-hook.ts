import { defaultHookLimits, type HookFailure, type HookName } from './hook.ts';
import { toHookFailure } from './hook-failure.ts';
import { sharedPool } from './pool/shared-pool.ts';

/** Reads a text in the sandbox as it would be read for a run. Returns what is wrong with it, or nothing. */
export async function checkHookText(name: HookName, text: string): Promise<HookFailure | undefined> {
  const { outcomes } = await sharedPool().run({ kind: 'check', text, limits: defaultHookLimits });
  const [outcome] = outcomes;
  return !outcome || outcome.ok ? undefined : toHookFailure(name, outcome.failure, defaultHookLimits);
}

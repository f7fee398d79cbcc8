import { defaultHookLimits, type HookFailure, type HookName } from './hook.ts';
import { toHookFailure } from './hook-failure.ts';
import { sharedPool } from './pool/shared-pool.ts';

/**
 * Reads a text in the sandbox as it would be read for a run. Returns what is wrong with it, or nothing.
 * @param waitMs how long to wait for the sandbox; longer where nobody waits for a page
 */
export async function checkHookText(
  name: HookName,
  text: string,
  waitMs = defaultHookLimits.waitMs,
): Promise<HookFailure | undefined> {
  const limits = { ...defaultHookLimits, waitMs };
  const { outcomes } = await sharedPool().run({ kind: 'check', text, limits });
  const [outcome] = outcomes;
  return !outcome || outcome.ok ? undefined : toHookFailure(name, outcome.failure, limits);
}

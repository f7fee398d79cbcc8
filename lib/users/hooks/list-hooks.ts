import path from 'node:path';
import { env } from '#lib/env.ts';
import { checkHookText } from '#lib/hook-runner/check-hook.ts';
import { type HookFailure, type HookName, type HookSource, hookNames } from '#lib/hook-runner/hook.ts';
import { wordsOf } from '#lib/hook-runner/hook-failure.ts';
import { hookFileNames } from '#lib/hook-runner/load-hooks.ts';
import { hooksInForce } from '#lib/hook-versions/hooks-in-force.ts';
import { said } from '#lib/words.ts';
import { type Manager, requireScope } from '../manager.ts';
import type { HookFault, HookRow } from './hook-view.ts';

/**
 * The six hooks: where each comes from, and whether it can be used.
 * @throws AppError 'not-allowed', 'no-role'
 */
export async function listHooks(manager: Manager): Promise<HookRow[]> {
  requireScope(manager, 'manage:config');
  const hooks = await hooksInForce();
  return Promise.all(hookNames.map((name) => hookRow(name, hooks[name])));
}

/** Reads the hook in the sandbox as a run would, and runs nothing. */
export async function hookRow(name: HookName, source: HookSource | undefined): Promise<HookRow> {
  const [fileName = `${name}.js`] = hookFileNames[name];
  const file = source?.file ?? path.join(env().HOOKS_DIR, fileName);
  if (!source) return { name, file, state: 'absent' };
  const failure = await checkHookText(name, source.text);
  return failure
    ? { name, file, state: 'unusable', fault: toFault(failure) }
    : { name, file, state: 'usable' };
}

export function toFault(failure: HookFailure): HookFault {
  const { hook: _hook, wordsAbout: _wordsAbout, ...fault } = failure;
  return { ...fault, message: said(wordsOf(failure)) };
}

import { AppError } from '#lib/errors.ts';
import { hookNames } from '#lib/hook-runner/hook.ts';
import { hooksInForce } from '#lib/hook-versions/hooks-in-force.ts';
import { words } from '#lib/words.ts';
import { type Manager, requireScope } from '../manager.ts';
import type { HookPageView } from './hook-view.ts';
import { hookRow } from './list-hooks.ts';
import { trialContext } from './trial-context.ts';

/**
 * One hook with its text, and a `ctx` to try it with.
 * @throws AppError 'not-allowed', 'no-role'; 'not-found' for a name that no hook has
 */
export async function getHook(manager: Manager, asked: string): Promise<HookPageView> {
  requireScope(manager, 'manage:config');
  const name = hookNames.find((one) => one === asked);
  if (!name) throw new AppError('not-found', words('There is no such hook.'));
  const source = (await hooksInForce())[name];
  const [row, ctx] = await Promise.all([hookRow(name, source), trialContext(manager, name)]);
  return { ...row, text: source?.text ?? '', ctx: JSON.stringify(ctx, null, 2) };
}

import { env } from '#lib/env.ts';
import { AppError } from '#lib/errors.ts';
import { hookNames } from '#lib/hook-runner/hook.ts';
import { hooksInForce } from '#lib/hook-versions/hooks-in-force.ts';
import { hookVersionsOf } from '#lib/state/hook-versions.ts';
import { words } from '#lib/words.ts';
import { type Manager, requireScope } from '../manager.ts';
import type { HookVersionsView } from './hook-version-view.ts';

/**
 * All texts that a hook had, and which of them counts.
 * @throws AppError 'not-allowed', 'no-role'; 'not-found' for a name that no hook has
 */
export async function listHookVersions(manager: Manager, asked: string): Promise<HookVersionsView> {
  requireScope(manager, 'manage:config');
  const hook = hookNames.find((one) => one === asked);
  if (!hook) throw new AppError('not-found', words('There is no such hook.'));
  // What has changed in the folder is to be seen here at once.
  await hooksInForce();
  const state = hookVersionsOf(env().tenantOrigin);
  const [{ hooks }, versions] = await Promise.all([state.inForce(), state.list(hook)]);
  const now = hooks.find((one) => one.hook === hook);
  return {
    hook,
    versions: versions.map(({ number, text, origin, cameFrom, cameAt }) => ({
      ...{ number, origin, cameFrom, cameAt },
      ...(text !== undefined && { text }),
    })),
    ...(now && {
      current: { number: now.number, since: now.since, origin: now.origin, cameFrom: now.cameFrom },
    }),
  };
}

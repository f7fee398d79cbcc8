import type { HookSet } from '#lib/hook-runner/load-hooks.ts';
import { hooksInForce } from '#lib/hook-versions/hooks-in-force.ts';
import { hookContext } from './hook-context.ts';
import { withLanguageDictionary } from './language-dictionary.ts';
import type { Manager } from './manager.ts';
import { runPolicyHook } from './run-policy-hook.ts';
import { parseSettings, type Settings } from './settings.ts';

/** The tenant's hooks, and what its settings hook says for one manager. */
export interface Policy {
  readonly hooks: HookSet;
  readonly settings: Settings;
}

const policies = new WeakMap<Manager, Promise<Policy>>();

/**
 * The policy for one request. A manager is made anew for each request, so the settings hook runs once in each.
 * @throws AppError 'hook-failed', 'refused-by-hook'
 */
export function policyFor(manager: Manager): Promise<Policy> {
  const known = policies.get(manager);
  if (known) return known;
  const policy = readPolicy(manager);
  policies.set(manager, policy);
  return policy;
}

async function readPolicy(manager: Manager): Promise<Policy> {
  const hooks = await hooksInForce();
  if (!hooks.settings) return { hooks, settings: parseSettings(undefined) };
  const answer = await runPolicyHook(hooks.settings, hookContext(manager, { locale: manager.locale }));
  return { hooks, settings: await withLanguageDictionary(parseSettings(answer)) };
}

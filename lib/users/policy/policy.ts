import { noteHook } from '#lib/audit/note.ts';
import type { HookSet } from '#lib/hook-runner/load-hooks.ts';
import { hooksInForce } from '#lib/hook-versions/hooks-in-force.ts';
import type { Manager } from '../manager.ts';
import { hookContext } from './hook-context.ts';
import { withLanguageDictionary } from './language-dictionary.ts';
import { runPolicyHook } from './run-policy-hook.ts';
import { parseSettings, type Settings } from './settings.ts';

/** The tenant's hooks, and what its settings hook says for one manager. */
export interface Policy {
  readonly hooks: HookSet;
  readonly settings: Settings;
}

const policies = new WeakMap<Manager, Promise<Policy>>();
const known = new WeakMap<Manager, Policy>();

/**
 * The policy for one request. A manager is made anew for each request, so the settings hook runs once in each.
 * @throws AppError 'hook-failed', 'refused-by-hook'
 */
export async function policyFor(manager: Manager): Promise<Policy> {
  const asked = policies.get(manager) ?? readPolicy(manager);
  policies.set(manager, asked);
  const policy = await asked;
  known.set(manager, policy);
  if (policy.hooks.settings) noteHook(policy.hooks.settings);
  return policy;
}

/** The policy of this request where something has asked for it already. */
export function knownPolicyOf(manager: Manager): Policy | undefined {
  return known.get(manager);
}

async function readPolicy(manager: Manager): Promise<Policy> {
  const hooks = await hooksInForce();
  if (!hooks.settings) return { hooks, settings: parseSettings(undefined) };
  const answer = await runPolicyHook(hooks.settings, hookContext(manager, { locale: manager.locale }));
  return { hooks, settings: await withLanguageDictionary(parseSettings(answer)) };
}

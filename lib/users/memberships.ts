import type { User } from '#lib/auth0/user.ts';
import { AppError } from '#lib/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { valueAt } from './field-values.ts';
import { hookContext } from './hook-context.ts';
import type { Manager } from './manager.ts';
import type { Policy } from './policy.ts';
import { runPolicyHook } from './run-policy-hook.ts';

export interface MembershipChoices {
  choices: string[];
  createMemberships: boolean;
}

/**
 * What this manager may choose from: the memberships hook's answer with the manager as `payload.user`.
 * @throws AppError 'refused-by-hook', 'hook-failed'
 */
export function membershipChoices(manager: Manager, policy: Policy): Promise<MembershipChoices> {
  return askHook(manager, policy, manager.user);
}

/**
 * The memberships that a user has: what stands at the settings' `membershipProperty`; else
 * `app_metadata.memberships`; else those names among the choices and the hook's answer for this user that
 * stand directly under the user's `app_metadata`. The hook's answer alone proves nothing: many such hooks
 * answer about the manager, whoever is asked about.
 */
export async function presentMemberships(manager: Manager, policy: Policy, user: User): Promise<string[]> {
  const property = policy.settings.membershipProperty;
  if (property !== undefined) return namesIn(valueAt(user, property));
  const stored = valueAt(user, 'app_metadata.memberships');
  if (stored !== undefined && stored !== null) return namesIn(stored);
  if (!isJsonObject(user.app_metadata) || !policy.hooks.memberships) return [];
  const standing = new Set(Object.values(user.app_metadata).flatMap(namesIn));
  const [ofManager, ofUser] = await Promise.all([
    membershipChoices(manager, policy),
    askHook(manager, policy, user),
  ]);
  return [...new Set([...ofManager.choices, ...ofUser.choices])].filter((name) => standing.has(name));
}

/**
 * Refuses a membership that is neither among the choices nor already the user's, unless new names may be
 * made.
 * @throws AppError 'invalid-input' at the field `memberships`
 */
export function requireChoosable(
  asked: readonly string[],
  offered: MembershipChoices,
  present: readonly string[],
  label: string,
): void {
  if (offered.createMemberships) return;
  const foreign = asked.find((name) => !offered.choices.includes(name) && !present.includes(name));
  if (foreign === undefined) return;
  const sentence =
    offered.choices.length > 0
      ? `${label}: “${foreign}” is not one of yours to choose. You can choose ${offered.choices.join(', ')}.`
      : `${label}: “${foreign}” is not one of yours to choose.`;
  throw new AppError('invalid-input', `${sentence} Nothing was changed.`, {
    fields: { memberships: sentence },
  });
}

async function askHook(manager: Manager, policy: Policy, user: User): Promise<MembershipChoices> {
  const hook = policy.hooks.memberships;
  if (!hook) return { choices: [], createMemberships: false };
  const answer = await runPolicyHook(hook, hookContext(manager, { payload: { user: asJson(user) } }));
  return parseAnswer(answer);
}

function asJson(user: User): JsonObject {
  return { ...user };
}

function parseAnswer(answer: Json | undefined): MembershipChoices {
  if (answer === undefined || answer === null) return { choices: [], createMemberships: false };
  if (Array.isArray(answer)) return { choices: namesOf(answer), createMemberships: false };
  if (!isJsonObject(answer)) throw wrongAnswer();
  const { memberships } = answer;
  if (memberships !== undefined && memberships !== null && !Array.isArray(memberships)) throw wrongAnswer();
  return { choices: namesOf(memberships ?? []), createMemberships: answer.createMemberships === true };
}

/** Names, or `{value, label}` objects of which the value is the name; each once. */
function namesOf(elements: readonly Json[]): string[] {
  const names = elements.map((element) => (isJsonObject(element) ? element.value : element));
  if (!names.every((name) => typeof name === 'string' && name !== '')) throw wrongAnswer();
  return [...new Set(names.map(String))];
}

function wrongAnswer(): AppError {
  return new AppError(
    'hook-failed',
    'The memberships hook must answer with an array of names, or with {memberships: […], createMemberships}. Nothing was changed. Tell an administrator.',
    { hook: 'memberships' },
  );
}

function namesIn(stored: Json | undefined): string[] {
  const elements = Array.isArray(stored) ? stored : [stored];
  return elements.filter((element) => typeof element === 'string' && element !== '').map(String);
}

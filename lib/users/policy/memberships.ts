import type { User } from '#lib/auth0/user.ts';
import { AppError } from '#lib/errors.ts';
import type { HookFailure } from '#lib/hook-runner/hook.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { words } from '#lib/words.ts';
import { valueAt } from '../form/field-values.ts';
import type { Manager } from '../manager.ts';
import { hookContext } from './hook-context.ts';
import type { Policy } from './policy.ts';
import { asAppError, runPolicyHook, runPolicyHookForEach } from './run-policy-hook.ts';

export interface MembershipChoices {
  choices: string[];
  createMemberships: boolean;
}

/**
 * What this manager may choose from: the memberships hook's answer with the manager as `payload.user`.
 * @throws AppError 'refused-by-hook', 'hook-failed'
 */
export async function membershipChoices(manager: Manager, policy: Policy): Promise<MembershipChoices> {
  const hook = policy.hooks.memberships;
  if (!hook) return { choices: [], createMemberships: false };
  const payload = { user: asJson(manager.user) };
  return parseAnswer(await runPolicyHook(hook, hookContext(manager, { payload })));
}

/**
 * The memberships that a user has: what stands at the settings' `membershipProperty`; else
 * `app_metadata.memberships`; else those names among the choices and the hook's answer for this user that
 * stand directly under the user's `app_metadata`. The hook's answer alone proves nothing: many such hooks
 * answer about the manager, whoever is asked about.
 * @throws AppError 'refused-by-hook', 'hook-failed'
 */
export async function presentMemberships(manager: Manager, policy: Policy, user: User): Promise<string[]> {
  const [memberships] = await membershipsOf(manager, policy, [user], (failure) => {
    throw asAppError(failure);
  });
  return memberships ?? [];
}

/**
 * The same for a page of users, with one call to the hook in all. A user on whom the hook fails has those
 * memberships that stand among the manager's choices.
 */
export function presentMembershipsOfMany(
  manager: Manager,
  policy: Policy,
  users: readonly User[],
): Promise<string[][]> {
  return membershipsOf(manager, policy, users, () => []);
}

async function membershipsOf(
  manager: Manager,
  policy: Policy,
  users: readonly User[],
  onFailure: (failure: HookFailure) => string[],
): Promise<string[][]> {
  const stored = users.map((user) => storedMemberships(policy, user));
  const hook = policy.hooks.memberships;
  const unknown = users.filter((user, at) => stored[at] === undefined && isJsonObject(user.app_metadata));
  if (!hook || unknown.length === 0) return stored.map((names) => names ?? []);
  const [{ choices }, outcomes] = await Promise.all([
    membershipChoices(manager, policy),
    runPolicyHookForEach(
      hook,
      hookContext(manager, {}),
      unknown.map((user) => ({ payload: { user: asJson(user) } })),
    ),
  ]);
  const answered = new Map(
    unknown.map((user, at) => {
      const outcome = outcomes[at];
      if (!outcome) return [user, []];
      return [user, outcome.ok ? parseAnswer(outcome.answer).choices : onFailure(outcome.error)];
    }),
  );
  return users.map((user, at) => stored[at] ?? standingIn(user, [...choices, ...(answered.get(user) ?? [])]));
}

/** What a user's profile says by itself; `undefined` where only the names that there are can tell. */
function storedMemberships({ settings }: Policy, user: User): string[] | undefined {
  if (settings.membershipProperty !== undefined) return namesIn(valueAt(user, settings.membershipProperty));
  const stored = valueAt(user, 'app_metadata.memberships');
  return stored === undefined || stored === null ? undefined : namesIn(stored);
}

function standingIn(user: User, names: readonly string[]): string[] {
  const standing = new Set(Object.values(user.app_metadata ?? {}).flat());
  return [...new Set(names)].filter((name) => standing.has(name));
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
  const names = elements.map(nameOf);
  if (!names.every((name) => typeof name === 'string' && name !== '')) throw wrongAnswer();
  return [...new Set(names.map(String))];
}

function nameOf(element: Json | undefined): Json | undefined {
  return isJsonObject(element) ? element.value : element;
}

function wrongAnswer(): AppError {
  return new AppError(
    'hook-failed',
    words(
      'The memberships hook must answer with an array of names, or with {form}. Nothing was changed. Tell an administrator.',
      { form: '{memberships: […], createMemberships}' },
    ),
    { hook: 'memberships' },
  );
}

/** A write hook that is given `{value, label}` objects may well store these. */
function namesIn(stored: Json | undefined): string[] {
  const elements = (Array.isArray(stored) ? stored : [stored]).map(nameOf);
  return elements.filter((element) => typeof element === 'string' && element !== '').map(String);
}

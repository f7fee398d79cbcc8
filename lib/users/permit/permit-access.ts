import type { Action } from '#lib/auth0/proofs.ts';
import type { User } from '#lib/auth0/user.ts';
import { AppError } from '#lib/errors.ts';
import type { HookFailure } from '#lib/hook-runner/hook.ts';
import { isJsonObject, type JsonObject } from '#lib/json.ts';
import { type Words, words } from '#lib/words.ts';
import type { Manager } from '../manager.ts';
import { hookContext } from '../policy/hook-context.ts';
import type { Policy } from '../policy/policy.ts';
import { asAppError, runPolicyHookForEach } from '../policy/run-policy-hook.ts';

export interface AccessQuestion {
  user: User;
  action: Action;
}

/** `seenAs`: the user as this manager may see them; differs from the user when the hook answered a mask. */
export type AccessAnswer = { permitted: true; seenAs: User } | { permitted: false; failure: HookFailure };

/** Actions that hooks written for the Delegated Administration Extension have never heard of. */
const actionsUnknownToOldHooks: ReadonlySet<Action> = new Set(['read:roles', 'change:roles']);

/**
 * Why an action is refused because the access hook says nothing of it, or `undefined`. A hook that permits what
 * it does not know has not decided about these actions, so without a word on them they are an Administrator's.
 */
export function reasonOfSilence(manager: Manager, policy: Policy, action: Action): Words | undefined {
  if (!actionsUnknownToOldHooks.has(action) || manager.scope.includes('manage:config')) return undefined;
  if (!policy.hooks.access) {
    return words('Only administrators may do this: there is no access hook to permit it.');
  }
  if (policy.hooks.access.text.includes(action)) return undefined;
  return words('Only administrators may do this: the access hook says nothing of “{action}”.', { action });
}

/** Asks the access hook all the questions in one call. Without an access hook nothing more is refused here. */
export async function askAccess(
  manager: Manager,
  policy: Policy,
  questions: readonly AccessQuestion[],
): Promise<AccessAnswer[]> {
  const { access } = policy.hooks;
  if (!access || questions.length === 0) {
    return questions.map(({ user }) => ({ permitted: true, seenAs: user }));
  }
  const members: JsonObject[] = questions.map(({ user, action }) => ({ payload: { user, action } }));
  const outcomes = await runPolicyHookForEach(access, hookContext(manager, {}), members);
  return questions.map(({ user, action }, at) => {
    const outcome = outcomes[at];
    if (!outcome) return { permitted: false, failure: withoutOutcome };
    if (!outcome.ok) return { permitted: false, failure: outcome.error };
    const isMask = action === 'read:user' && isJsonObject(outcome.answer);
    return { permitted: true, seenAs: isMask ? masked(user, outcome.answer) : user };
  });
}

const withoutOutcome: HookFailure = {
  hook: 'access',
  code: 'crashed',
  message: 'The access hook gave no answer.',
};

/** The id stays the user's own: a link made of another one would lead to somebody else. */
function masked(user: User, mask: unknown): User {
  return { ...(isJsonObject(mask) ? mask : {}), user_id: user.user_id };
}

/**
 * What a manager is told when the access hook itself failed. Its message may hold what it read of a user whom
 * this manager may not see, so only an administrator is given it.
 */
export function accessFault(manager: Manager, failure: HookFailure): AppError {
  if (manager.scope.includes('manage:config')) return asAppError(failure);
  return new AppError(
    'hook-failed',
    failure.line === undefined
      ? words('The access hook failed, so nothing can be shown or changed. Tell an administrator.')
      : words(
          'The access hook failed on line {line}, so nothing can be shown or changed. Tell an administrator.',
          { line: String(failure.line) },
        ),
    { hook: 'access' },
  );
}

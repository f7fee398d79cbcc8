import type { Action, Permitted } from '#lib/auth0/proofs.ts';
import type { User } from '#lib/auth0/user.ts';
import type { UpdateAction } from '#lib/auth0/users.ts';
import { checkedChanges } from '../form/form-changes.ts';
import { possibleFields } from '../form/form-frame.ts';
import { type OpenedForm, openEditForm } from '../form/form-open.ts';
import type { FormValues, UpdateUserInput } from '../form/user-form.ts';
import { actionForKey } from '../guard/guard-keys.ts';
import { type GuardedPart, guardUpdate } from '../guard.ts';
import { type Manager, requireScope } from '../manager.ts';
import { permitStill } from '../permit/permit-still.ts';
import { policyFor } from '../policy/policy.ts';
import { bodyOfUpdate } from '../policy/write-body.ts';
import { requireKnownKeys } from '../schema.ts';

/** An update that went through every rule and was not sent. */
export interface PreparedUpdate {
  permitted: Permitted<UpdateAction>;
  seenAs: User;
  form: OpenedForm;
  changes: FormValues;
  /** What is to be sent, in order; none when everything stands like this already. */
  parts: GuardedPart[];
}

/**
 * Takes an update through everything that comes before it is sent: what it takes to change this, what the form
 * showed, the write hook and the guard.
 * @throws AppError as `updateUser` does, but for what the tenant says of the change
 */
export async function prepareUpdate(manager: Manager, input: UpdateUserInput): Promise<PreparedUpdate> {
  requireScope(manager, 'manage:users');
  const policy = await policyFor(manager);
  requireKnownKeys(possibleFields(policy, 'edit'), input.values);
  const actions = actionsFor(input.values);
  const { permitted, seenAs } = await permitStill(manager, input.userId, actions);
  const form = await openEditForm(manager, policy, permitted.user, seenAs);
  const changes = await checkedChanges(manager, policy, form, input);
  const answer = await bodyOfUpdate(manager, policy, form, changes);
  const parts = await guardUpdate(manager, policy, permitted.user, actions, answer);
  return { permitted, seenAs, form, changes, parts };
}

/** What the manager must be permitted to do for the keys that were sent. */
function actionsFor(values: FormValues): UpdateAction[] {
  const needed = Object.entries(values).map(([property, value]) =>
    actionForKey(property === 'repeatPassword' ? 'password' : property, value),
  );
  const actions = [...new Set(needed)].filter(isUpdateAction);
  return actions.length > 0 ? actions : ['change:profile'];
}

function isUpdateAction(action: Action): action is UpdateAction {
  return action.startsWith('change:') || action === 'block:user' || action === 'unblock:user';
}

import type { Action } from '#lib/auth0/proofs.ts';
import type { UpdateAction } from '#lib/auth0/users.ts';
import { displayNameOf } from './display-name.ts';
import { checkedChanges } from './form-changes.ts';
import { possibleFields } from './form-frame.ts';
import { openEditForm } from './form-open.ts';
import { guardUpdate } from './guard.ts';
import { actionForKey } from './guard-keys.ts';
import { type Manager, requireScope } from './manager.ts';
import { permitStill } from './permit-still.ts';
import { policyFor } from './policy.ts';
import { requireKnownKeys } from './schema.ts';
import { sendParts } from './update-parts-send.ts';
import type { FormValues, UpdateUserInput } from './user-form.ts';
import { bodyOfUpdate } from './write-body.ts';

export interface UpdatedUser {
  /** `false`: everything stood like this already, and nothing was sent. */
  changed: boolean;
  userId: string;
  /** The name, else the e-mail address, the username, the id. */
  name: string;
}

/**
 * Changes a user: permitted for exactly what is to be changed, compared with what the form showed, through the
 * write hook and the guard, and sent in the parts that the API takes.
 * @throws AppError 'changed-meanwhile' with what stands there now; 'partly-saved' with what was saved and what
 * was not; 'not-found', 'no-role', 'not-allowed', 'invalid-input', 'refused-by-hook', 'refused-by-guard',
 * 'hook-failed', 'already-taken', 'tenant-refused', 'tenant-limit', 'tenant-unavailable'
 */
export async function updateUser(manager: Manager, input: UpdateUserInput): Promise<UpdatedUser> {
  requireScope(manager, 'manage:users');
  const policy = await policyFor(manager);
  requireKnownKeys(possibleFields(policy, 'edit'), input.values);
  const actions = actionsFor(input.values);
  const { permitted, seenAs } = await permitStill(manager, input.userId, actions);
  const form = await openEditForm(manager, policy, permitted.user, seenAs);
  const changes = await checkedChanges(manager, policy, form, input);
  const answer = await bodyOfUpdate(manager, policy, form, changes);
  const parts = await guardUpdate(manager, policy, permitted.user, actions, answer);
  const updated = await sendParts(permitted, parts, form.fields, changes);
  // The tenant answers with the whole user; whoever sees a mask is shown no more than that.
  const user = updated && seenAs === permitted.user ? updated : seenAs;
  return { changed: updated !== undefined, userId: user.user_id, name: displayNameOf(user) };
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

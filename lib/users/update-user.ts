import type { Action } from '#lib/auth0/proofs.ts';
import type { User } from '#lib/auth0/user.ts';
import type { UpdateAction } from '#lib/auth0/users.ts';
import { AppError } from '#lib/errors.ts';
import { ownProblems } from './form-check.ts';
import { mainConnectionOf } from './form-connections.ts';
import { type DescribedForm, possibleFields } from './form-frame.ts';
import { openEditForm } from './form-open.ts';
import { personalIn, signInProblems } from './form-rules.ts';
import { changedMeanwhile, isSameValue } from './form-values.ts';
import { guardUpdate } from './guard.ts';
import { actionForKey } from './guard-keys.ts';
import { type Manager, requireScope } from './manager.ts';
import { presentMemberships, requireChoosable } from './memberships.ts';
import { changedKeysOf, updatePayload } from './payload.ts';
import { permit } from './permit.ts';
import { type Policy, policyFor } from './policy.ts';
import { isBlank, parseFormValues, requireKnownKeys, throwProblems } from './schema.ts';
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
  const permitted = await permitStill(manager, input.userId, actions);
  const present = permitted.user;
  const form = await openEditForm(manager, policy, present);
  const { shown, seenAs } = form;
  requireUnchanged(form, input, shown);
  const changes = changesIn(parseFormValues(form.fields, input.values), shown);
  await requireValid(manager, policy, form, present, shown, changes);
  const memberships = Array.isArray(changes.memberships)
    ? changes.memberships
    : await presentMemberships(manager, policy, present);
  const connection = mainConnectionOf(present)?.name;
  const payload = updatePayload(form.fields, present, changes, memberships, connection, policy.settings);
  const changedKeys = changedKeysOf(payload, present, changes, policy.settings);
  const answer = await bodyOfUpdate(manager, policy, present, payload, changedKeys);
  const parts = await guardUpdate(manager, policy, present, actions, answer);
  const updated = await sendParts(permitted, parts, form.fields, changes);
  // The tenant answers with the whole user; whoever sees a mask is shown no more than that.
  const { user_id: userId, name, email, username } = updated && seenAs === present ? updated : seenAs;
  return { changed: updated !== undefined, userId, name: name || email || username || userId };
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

/** Whoever had the form open could see the user then; a user who is gone or moved away since is told so. */
async function permitStill(manager: Manager, userId: string, actions: readonly UpdateAction[]) {
  try {
    return await permit(manager, userId, actions);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
    throw new AppError(
      'not-found',
      'This user is no longer one of yours, or no longer exists. Nothing was changed.',
      { cause: error },
    );
  }
}

function requireUnchanged({ fields }: DescribedForm, input: UpdateUserInput, shown: FormValues): void {
  const differing = changedMeanwhile(fields, input.loaded, shown);
  const sentences = Object.values(differing);
  if (sentences.length === 0) return;
  throw new AppError(
    'changed-meanwhile',
    `Somebody else changed this user meanwhile: ${sentences.join(' ')} Nothing of yours was saved; load the form again.`,
    { fields: differing },
  );
}

/** The values that differ from what stands there; a password always does. */
function changesIn(parsed: FormValues, shown: FormValues): FormValues {
  return Object.fromEntries(
    Object.entries(parsed).filter(([property, value]) => !isSameValue(value, shown[property])),
  );
}

async function requireValid(
  manager: Manager,
  policy: Policy,
  { fields, frame }: DescribedForm,
  present: User,
  shown: FormValues,
  changes: FormValues,
): Promise<void> {
  const changed = fields.filter(({ property }) => Object.hasOwn(changes, property));
  const emptied = changed.filter(({ property, required }) => required && isBlank(changes[property]));
  throwProblems(
    Object.fromEntries(emptied.map(({ property, label }) => [property, `${label} is required.`])),
  );
  const values = { ...shown, ...changes };
  const [connection] = frame.connections;
  throwProblems(signInProblems(fields, changes, connection, personalIn(values)));
  if (Array.isArray(changes.memberships)) {
    const label = fields.find(({ property }) => property === 'memberships')?.label ?? 'Memberships';
    requireChoosable(changes.memberships, frame.memberships, frame.memberships.preset, label);
  }
  const about = { mode: 'edit', originalUser: { ...present } } as const;
  throwProblems(await ownProblems(manager, policy, changed, values, about));
}

import type { User } from '#lib/auth0/user.ts';
import type { Manager } from '../manager.ts';
import { presentMemberships } from '../policy/memberships.ts';
import type { Policy } from '../policy/policy.ts';
import { type DescribedForm, describeEditForm } from './form-frame.ts';
import { shownValues } from './form-values.ts';
import type { FormValues } from './user-form.ts';

/** The form of a user as it opens at this moment. */
export interface OpenedForm extends DescribedForm {
  /** The user as it stands, for hooks and for what is sent; never for what is shown. */
  present: User;
  shown: FormValues;
}

/**
 * Opens the form of a user whom `permit` has let the manager through to.
 * @param seenAs the user as this manager may see them
 * @throws AppError 'refused-by-hook', 'hook-failed'
 */
export async function openEditForm(
  manager: Manager,
  policy: Policy,
  present: User,
  seenAs: User,
): Promise<OpenedForm> {
  const memberships = await presentMemberships(manager, policy, seenAs);
  const form = await describeEditForm(manager, policy, present, seenAs, memberships);
  const { shown, notes } = await shownValues(policy, form, seenAs);
  const fields = form.fields.map((field) => {
    const note = notes[field.property];
    return note === undefined ? field : { ...field, note };
  });
  return { ...form, fields, present, shown };
}

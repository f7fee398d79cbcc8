import type { User } from '#lib/auth0/user.ts';
import { type DescribedForm, describeEditForm } from './form-frame.ts';
import { shownValues } from './form-values.ts';
import type { Manager } from './manager.ts';
import { presentMemberships } from './memberships.ts';
import { askAccess } from './permit-access.ts';
import type { Policy } from './policy.ts';
import type { FormValues } from './user-form.ts';

/** The form of a user as it would be opened now. */
export interface OpenedForm extends DescribedForm {
  seenAs: User;
  shown: FormValues;
}

/**
 * Opens the form of a user whom `permit` has let the manager through to.
 * @throws AppError 'refused-by-hook', 'hook-failed'
 */
export async function openEditForm(manager: Manager, policy: Policy, present: User): Promise<OpenedForm> {
  const [answer] = await askAccess(manager, policy, [{ user: present, action: 'read:user' }]);
  const seenAs = answer?.permitted ? answer.seenAs : { user_id: present.user_id };
  const memberships = await presentMemberships(manager, policy, seenAs);
  const form = await describeEditForm(manager, policy, present, seenAs, memberships);
  return { ...form, seenAs, shown: await shownValues(manager, policy, form.fields, seenAs) };
}

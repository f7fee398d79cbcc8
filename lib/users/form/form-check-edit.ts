import { saidOfEach } from '#lib/words.ts';
import { type Manager, requireScope } from '../manager.ts';
import { permitAndSee } from '../permit.ts';
import { policyFor } from '../policy/policy.ts';
import { requireKnownKeys } from '../schema.ts';
import { problemsIn } from './form-check.ts';
import { possibleFields } from './form-frame.ts';
import { openEditForm } from './form-open.ts';
import type { FormValues } from './user-form.ts';

/**
 * What is wrong with the changed fields of a user's form that is still being filled in: a sentence per
 * property. Reads the user once and changes nothing.
 * @throws AppError 'not-found', 'no-role', 'not-allowed', 'invalid-input' for an unknown key, 'hook-failed'
 */
export async function checkEditForm(
  manager: Manager,
  input: { userId: string; values: FormValues },
): Promise<Record<string, string>> {
  requireScope(manager, 'manage:users');
  const policy = await policyFor(manager);
  requireKnownKeys(possibleFields(policy, 'edit'), input.values);
  const { permitted, seenAs } = await permitAndSee(manager, input.userId, 'read:user');
  const { fields, shown, present } = await openEditForm(manager, policy, permitted.user, seenAs);
  const about = { mode: 'edit', shown, originalUser: { ...present } } as const;
  return saidOfEach(await problemsIn(manager, policy, fields, input.values, about));
}

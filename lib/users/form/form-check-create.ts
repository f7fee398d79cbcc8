import { saidOfEach } from '#lib/words.ts';
import { type Manager, requireScope } from '../manager.ts';
import { policyFor } from '../policy/policy.ts';
import { requireKnownKeys } from '../schema.ts';
import { problemsIn } from './form-check.ts';
import { describeCreateForm, possibleFields } from './form-frame.ts';
import type { CreateUserInput } from './user-form.ts';

/**
 * What is wrong with the fields of a 'New user' form that is still being filled in: a sentence per property.
 * Says nothing of fields that were not sent, and sends nothing to the tenant.
 * @throws AppError 'no-role', 'not-allowed', 'invalid-input' for an unknown key, 'hook-failed'
 */
export async function checkCreateForm(
  manager: Manager,
  input: CreateUserInput,
): Promise<Record<string, string>> {
  requireScope(manager, 'manage:users');
  const policy = await policyFor(manager);
  requireKnownKeys(possibleFields(policy, 'create'), input.values);
  const { fields } = await describeCreateForm(manager, policy);
  return saidOfEach(await problemsIn(manager, policy, fields, input.values, { mode: 'create', shown: {} }));
}

import { beginAttempt } from '#lib/audit/attempt.ts';
import type { User } from '#lib/auth0/user.ts';
import { createUser as createInTenant } from '#lib/auth0/users.ts';
import { noteOwnWrite } from '#lib/state/own-writes.ts';
import { displayNameOf } from './display-name.ts';
import { requireMayCreate } from './form/form.ts';
import { checkedValues } from './form/form-filled.ts';
import { describeCreateForm, possibleFields } from './form/form-frame.ts';
import { valuesToCreate } from './form/invitation.ts';
import type { CreateUserInput, FormValues } from './form/user-form.ts';
import { guardCreate } from './guard.ts';
import { keptValues } from './kept-payload.ts';
import { type Manager, requireScope } from './manager.ts';
import { askAccess } from './permit/permit-access.ts';
import { customDomainFor } from './policy/custom-domain.ts';
import { createPayload } from './policy/payload.ts';
import { type Policy, policyFor } from './policy/policy.ts';
import { bodyOfCreate } from './policy/write-body.ts';
import { recorded } from './recorded.ts';
import { requireKnownKeys } from './schema.ts';

export interface CreatedUser {
  userId: string;
  /** The name, else the e-mail address, the username, the id. */
  name: string;
  email: string | null;
}

/**
 * Creates a user: the form's own rules, then the write hook with this manager as `ctx.request.user`, then the
 * guard; the Management API receives the hook's answer.
 * @throws AppError 'no-role', 'not-allowed', 'invalid-input', 'refused-by-hook', 'refused-by-guard',
 * 'hook-failed', 'already-taken', 'tenant-refused', 'tenant-limit', 'tenant-unavailable'
 */
export const createUser = recorded(
  'create:user',
  async (manager: Manager, input: CreateUserInput): Promise<CreatedUser> => {
    requireScope(manager, 'manage:users');
    const policy = await policyFor(manager);
    requireMayCreate(policy);
    requireKnownKeys(possibleFields(policy, 'create'), input.values);
    const form = await describeCreateForm(manager, policy);
    const values = await checkedValues(manager, policy, form, valuesToCreate(policy, form, input));
    const answer = await bodyOfCreate(manager, policy, form.fields, values);
    const { password: _password, ...payload } = createPayload(form.fields, values, policy.settings);
    // The record is begun while the hooks still decide: that takes as long as they do.
    const [guarded, customDomain] = await Promise.all([
      guardCreate(manager, policy, answer),
      customDomainFor(manager, policy, 'create', payload),
      beginAttempt(),
    ]);
    const created = await createInTenant(guarded, customDomain);
    const [user] = await Promise.all([asSeenBy(manager, policy, created, values), noteOwnWrite(created)]);
    return { userId: user.user_id, name: displayNameOf(user), email: user.email ?? null };
  },
  ({ values }) => ({ payload: keptValues(values) }),
);

/** The user as this manager may see them; who left the manager's sight is called what was typed. */
async function asSeenBy(manager: Manager, policy: Policy, user: User, typed: FormValues): Promise<User> {
  const [answer] = await askAccess(manager, policy, [{ user, action: 'read:user' }]);
  if (answer?.permitted) return answer.seenAs;
  return { user_id: user.user_id, ...(typeof typed.email === 'string' && { email: typed.email }) };
}

import { type PasswordReset, sendPasswordResetMail } from '#lib/auth0/mails.ts';
import type { User } from '#lib/auth0/user.ts';
import { type DoneToUser, doneTo } from './done-to-user.ts';
import { type Manager, requireScope } from './manager.ts';
import { chosenClient, passwordConnectionOf } from './password-reset-clients.ts';
import { permitStill } from './permit/permit-still.ts';
import { customDomainFor } from './policy/custom-domain.ts';
import { type Policy, policyFor } from './policy/policy.ts';
import { recorded } from './recorded.ts';

export interface PasswordResetInput {
  userId: string;
  /** The application that the mail speaks for; absent where there is nothing to choose. */
  clientId?: string;
}

/**
 * Has the tenant send a user the mail with which a new password is set. Its link is the user's alone, and the
 * old password works until it is used.
 * @throws AppError 'invalid-input' for a client that is not on offer, or a user without a password here; 'no-role',
 * 'not-allowed', 'not-found', 'refused-by-hook', 'refused-by-guard', 'hook-failed', 'tenant-refused',
 * 'tenant-limit', 'tenant-unavailable'
 */
export const sendPasswordReset = recorded(
  'reset:password',
  async (manager: Manager, { userId, clientId: asked }: PasswordResetInput): Promise<DoneToUser> => {
    requireScope(manager, 'manage:users');
    const { permitted, seenAs } = await permitStill(manager, userId, 'reset:password');
    const policy = await policyFor(manager);
    await sendPasswordResetMail(permitted, await resetMailFor(manager, policy, permitted.user, asked));
    return doneTo(seenAs);
  },
);

/**
 * What the mail to a user speaks for, and under which domain.
 * @param asked the application to speak for; absent where there is nothing to choose
 * @throws AppError 'invalid-input' for a client that is not on offer, or a user without a password here;
 * 'refused-by-hook', 'hook-failed'
 */
export async function resetMailFor(
  manager: Manager,
  policy: Policy,
  user: User,
  asked?: string,
): Promise<PasswordReset> {
  const connection = passwordConnectionOf(user);
  const clientId = await chosenClient(policy, connection, asked);
  const payload = { connection, client: clientId };
  const customDomain = await customDomainFor(manager, policy, 'password-reset', payload, { ...user });
  return { connection, clientId, customDomain };
}

import { sendVerificationMail } from '#lib/auth0/mails.ts';
import { AppError } from '#lib/errors.ts';
import { words } from '#lib/words.ts';
import { type DoneToUser, doneTo } from './done-to-user.ts';
import { type Manager, requireScope } from './manager.ts';
import { permitStill } from './permit/permit-still.ts';
import { customDomainFor } from './policy/custom-domain.ts';
import { policyFor } from './policy/policy.ts';
import { recorded } from './recorded.ts';

/**
 * Has the tenant send a user the mail with which the e-mail address is verified. Its link is the user's alone.
 * @throws AppError 'invalid-input' where there is nothing to verify; 'no-role', 'not-allowed', 'not-found',
 * 'refused-by-hook', 'refused-by-guard', 'hook-failed', 'tenant-refused', 'tenant-limit', 'tenant-unavailable'
 */
export const sendVerificationEmail = recorded(
  'send:verification-email',
  async (manager: Manager, { userId }: { userId: string }): Promise<DoneToUser> => {
    requireScope(manager, 'manage:users');
    const { permitted, seenAs } = await permitStill(manager, userId, 'send:verification-email');
    if (seenAs.email_verified === true) {
      throw new AppError(
        'invalid-input',
        words('This e-mail address is verified already, so no mail was sent.'),
      );
    }
    const policy = await policyFor(manager);
    const customDomain = await customDomainFor(manager, policy, 'verify-email', {}, { ...permitted.user });
    await sendVerificationMail(permitted, customDomain);
    return doneTo(seenAs);
  },
);

import type { Toast } from '#components/ui/toast-context.ts';
import { userAddress } from '#components/users/user-address.ts';
import type { InvitedUser } from '#lib/users/invite-user.ts';
import type { Translate } from '#messages/catalogue.ts';

export type Invited = Pick<InvitedUser, 'userId' | 'name' | 'email' | 'invitation'>;

/** That a user was created, and what became of the mail to them; where it failed, what to do now. */
export function invitationToast(
  { userId, name, email, invitation }: Invited,
  t: Translate<'form'>,
): Omit<Toast, 'action'> {
  const link = { href: userAddress(userId), label: t('open', { name }) };
  if (invitation.sent) {
    const message = email === null ? t('wasInvited', { name }) : t('wasInvitedAt', { name, email });
    return { tone: 'success', message, link };
  }
  if (invitation.isInDoubt) {
    return {
      tone: 'danger',
      message: t('perhapsInvited', { name }),
      detail: t('perhapsInvitedAdvice'),
      link,
    };
  }
  const detail = [invitation.refusal, t('notInvitedAdvice')].filter(Boolean).join(' ');
  return { tone: 'danger', message: t('notInvited', { name }), detail, link };
}

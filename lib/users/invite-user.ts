import { AppError, toProblem } from '#lib/errors.ts';
import { type CreatedUser, createUser } from './create-user.ts';
import type { FormValues } from './form/user-form.ts';
import type { Manager } from './manager.ts';
import { madeOfRecorded } from './recorded.ts';
import { sendPasswordReset } from './send-password-reset.ts';

/** What became of the mail to a user who was created. */
export type Invitation =
  | { sent: true }
  /**
   * `isInDoubt`: the tenant did not answer, so the mail may be on its way. `refusal`: what the hook said that
   * refused it, in its own words.
   */
  | { sent: false; isInDoubt: boolean; refusal?: string };

export interface InvitedUser extends CreatedUser {
  invitation: Invitation;
}

/**
 * Creates a user with a password that nobody knows, and has the tenant send them the mail with which they set
 * their own. The two are recorded and permitted each by itself. When the mail fails the user is there all the
 * same, which is an answer and no error.
 * @throws AppError as `createUser` does; then there is no user and no mail
 */
export const inviteUser = madeOfRecorded(
  'create:user',
  async (manager: Manager, { values }: { values: FormValues }): Promise<InvitedUser> => {
    const created = await createUser(manager, { values, invites: true });
    return { ...created, invitation: await sendMail(manager, created.userId) };
  },
);

async function sendMail(manager: Manager, userId: string): Promise<Invitation> {
  try {
    await sendPasswordReset(manager, { userId });
    return { sent: true };
  } catch (error) {
    const { code, message } = toProblem(error);
    const isInDoubt =
      code === 'unexpected' || (error instanceof AppError && error.details.isInDoubt === true);
    return { sent: false, isInDoubt, ...(code === 'refused-by-hook' && { refusal: message }) };
  }
}

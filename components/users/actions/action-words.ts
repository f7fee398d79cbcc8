import type { UserAction } from './user-action.ts';

/** The user as the dialogs call them. */
export interface NamedUser {
  userId: string;
  name: string;
  email: string | null;
}

export interface ActionWords {
  /** Names the user. */
  title: string;
  /** What happens, and what does not. */
  consequence: string;
  confirmLabel: string;
  /** After it is done. */
  done: string;
}

/** What a confirmation says, and what is said when it is done. */
export function actionWords(action: UserAction, { name, email }: NamedUser): ActionWords {
  const recipient = email ?? name;
  switch (action) {
    case 'block':
      return {
        title: `Block ${name}?`,
        consequence: `${name} can no longer sign in until somebody unblocks them. Where they are signed in already they stay so for now.`,
        confirmLabel: 'Block user',
        done: `${name} was blocked`,
      };
    case 'unblock':
      return {
        title: `Unblock ${name}?`,
        consequence: `${name} can sign in again as before.`,
        confirmLabel: 'Unblock user',
        done: `${name} was unblocked`,
      };
    case 'lift-blocks':
      return {
        title: `Lift the sign-in blocks of ${name}?`,
        consequence: `Too many wrong passwords keep somebody from signing in for a while. ${name} can try again at once. A user who was blocked by hand stays blocked.`,
        confirmLabel: 'Lift blocks',
        done: `The sign-in blocks of ${name} were lifted`,
      };
    case 'verify-email':
      return {
        title: `Send ${name} a verification mail?`,
        consequence: `${recipient} receives a link that confirms the address as theirs. Nobody else sees the link.`,
        confirmLabel: 'Send mail',
        done: `A verification mail to ${name} is on its way`,
      };
    case 'reset-password':
      return {
        title: `Send ${name} a password-reset mail?`,
        consequence: `${recipient} receives a link to set a new password. The present password works until then. Nobody else sees the link.`,
        confirmLabel: 'Send mail',
        done: `A password-reset mail to ${name} is on its way`,
      };
    case 'delete':
      return {
        title: `Delete ${name}?`,
        consequence: `${name} can no longer sign in, and the profile with all that belongs to it is gone. This cannot be undone.`,
        confirmLabel: 'Delete user',
        done: `${name} was deleted`,
      };
  }
}

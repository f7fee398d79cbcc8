import {
  blockUserAction,
  deleteUserAction,
  liftBlocksAction,
  passwordResetChoiceAction,
  sendPasswordResetAction,
  sendVerificationEmailAction,
  unblockUserAction,
} from './actions.ts';

/** What the menus of the list and of a user's page call. */
export const userCalls = {
  block: blockUserAction,
  unblock: unblockUserAction,
  'lift-blocks': liftBlocksAction,
  'verify-email': sendVerificationEmailAction,
  'reset-password': sendPasswordResetAction,
  resetChoice: passwordResetChoiceAction,
  delete: deleteUserAction,
};

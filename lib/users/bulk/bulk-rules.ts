import type { Action } from '#lib/auth0/proofs.ts';
import type { User } from '#lib/auth0/user.ts';
import { type Words, words } from '#lib/words.ts';
import type { Manager } from '../manager.ts';
import { actionsOfRevocation, reasonAgainstRevoking } from '../sign-ins/revocation.ts';
import type { BulkAction } from './bulk-view.ts';

interface BulkRule {
  /** What the verb has permitted before it does anything. */
  actions: readonly Action[];
  /** Why the verb refuses beside that, or `undefined`. */
  reasonAgainst?(manager: Manager, user: User): Words | undefined;
  /** What stands so already in the profile of a user to whom there is nothing to do. */
  already?: { property: 'blocked' | 'email_verified'; value: boolean };
}

/** What is known of each verb before it is called; the verb itself asks for all of it again. */
export const bulkRules: Record<BulkAction, BulkRule> = {
  block: { actions: ['block:user'], already: { property: 'blocked', value: true } },
  unblock: { actions: ['unblock:user'], already: { property: 'blocked', value: false } },
  'verify-email': {
    actions: ['send:verification-email'],
    already: { property: 'email_verified', value: true },
    reasonAgainst: (_manager, { email }) =>
      email === undefined ? words('This user has no e-mail address to send a mail to.') : undefined,
  },
  'revoke-access': {
    actions: actionsOfRevocation,
    reasonAgainst: (manager, { user_id: userId }) => reasonAgainstRevoking(manager, userId),
  },
  'remove-multifactor': { actions: ['read:devices', 'remove:multifactor-provider'] },
  delete: { actions: ['delete:user'] },
};

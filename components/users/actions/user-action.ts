import type { MenuItem, MenuSection } from '#components/ui/menu.tsx';
import type { Action } from '#lib/auth0/proofs.ts';
import type { UserView } from '#lib/users/user-view.ts';

/** What can be done to a user beyond editing, each behind a confirmation. */
export type UserAction = 'block' | 'unblock' | 'lift-blocks' | 'verify-email' | 'reset-password' | 'delete';

const labels: Record<UserAction, string> = {
  'reset-password': 'Send password-reset mail',
  'verify-email': 'Send verification mail',
  block: 'Block',
  unblock: 'Unblock',
  'lift-blocks': 'Lift sign-in blocks',
  delete: 'Delete user',
};

const permissions: Record<UserAction, Action> = {
  'reset-password': 'reset:password',
  'verify-email': 'send:verification-email',
  block: 'block:user',
  unblock: 'unblock:user',
  'lift-blocks': 'unblock:user',
  delete: 'delete:user',
};

export function isUserAction(id: string): id is UserAction {
  return Object.hasOwn(labels, id);
}

/**
 * The menu of a user's page. What this manager may not do to this user stands there with the reason; what the
 * settings hook has taken away, or what would change nothing, is not there.
 */
export function userActionSections(user: UserView): MenuSection[] {
  const sections: [string, UserAction[]][] = [
    ['mail', ['reset-password', ...(user.emailVerified === true ? [] : (['verify-email'] as const))]],
    ['sign-in', [user.blocked ? 'unblock' : 'block', 'lift-blocks']],
    ['end', ['delete']],
  ];
  return sections
    .map(([id, actions]) => ({ id, items: actions.flatMap((action) => itemOf(user, action)) }))
    .filter(({ items }) => items.length > 0);
}

function itemOf(user: UserView, action: UserAction): MenuItem[] {
  const permission = user.permitted[permissions[action]];
  if (!permission.permitted && permission.isTakenAway) return [];
  const disabledReason = permission.permitted ? reasonOfUser(user, action) : permission.reason;
  return [{ id: action, label: labels[action], isDanger: action === 'delete', disabledReason }];
}

/** Where somebody signs in elsewhere there is no password here to reset. */
function reasonOfUser({ identities }: UserView, action: UserAction): string | undefined {
  const [main] = identities;
  if (action !== 'reset-password' || !main || main.provider === 'auth0') return undefined;
  return `This user signs in with ${main.connection}, which is where the password is changed.`;
}

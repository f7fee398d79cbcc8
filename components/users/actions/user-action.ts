import type { MenuItem, MenuSection } from '#components/ui/menu.tsx';
import type { Action } from '#lib/auth0/proofs.ts';
import { isRestorable } from '#lib/users/restore/is-restorable.ts';
import type { UserStatus } from '#lib/users/user-status.ts';
import type { UserView } from '#lib/users/user-view.ts';
import type { Translate } from '#messages/catalogue.ts';

/** What can be done to a user beyond editing, each behind a confirmation. */
const userActions = ['block', 'unblock', 'lift-blocks', 'verify-email', 'reset-password', 'delete'] as const;

export type UserAction = (typeof userActions)[number];

const permissions: Record<UserAction, Action> = {
  'reset-password': 'reset:password',
  'verify-email': 'send:verification-email',
  block: 'block:user',
  unblock: 'unblock:user',
  'lift-blocks': 'unblock:user',
  delete: 'delete:user',
};

/** Whether there is a way back from an action. */
export function isUndoable(action: UserAction, userId: string): boolean {
  return action === 'block' || action === 'unblock' || (action === 'delete' && isRestorable(userId));
}

export function isUserAction(id: string): id is UserAction {
  return userActions.some((action) => action === id);
}

/**
 * The menu of a user's page. What this manager may not do to this user stands there with the reason; what the
 * settings hook has taken away, or what would change nothing, is not there.
 */
export function userActionSections(user: UserView, t: Translate<'userActions'>): MenuSection[] {
  const { emailVerified, blocked } = user;
  return sectionsOf({ mayBeVerified: emailVerified !== true, isBlocked: blocked }, (action) =>
    itemOf(user, action, t),
  );
}

/**
 * The actions in the menu of a row, as far as the row tells what they would change. Whether the manager may do
 * them is asked when they are tried.
 * @param status `null` where the list has no such column
 */
export function rowActionSections(status: UserStatus | null, t: Translate<'userActions'>): MenuSection[] {
  const known = { mayBeVerified: status === 'unverified', isBlocked: status && status === 'blocked' };
  return sectionsOf(known, (action) => [
    { id: action, label: t(`label.${action}`), isDanger: action === 'delete' },
  ]);
}

/** @param known `isBlocked` is `null` where it is not known */
function sectionsOf(
  { mayBeVerified, isBlocked }: { mayBeVerified: boolean; isBlocked: boolean | null },
  itemsOf: (action: UserAction) => MenuItem[],
): MenuSection[] {
  const sections: [string, (UserAction | false)[]][] = [
    ['mail', ['reset-password', mayBeVerified && 'verify-email']],
    ['sign-in', [isBlocked !== true && 'block', isBlocked !== false && 'unblock', 'lift-blocks']],
    ['end', ['delete']],
  ];
  return sections
    .map(([id, actions]) => ({ id, items: actions.flatMap((action) => (action ? itemsOf(action) : [])) }))
    .filter(({ items }) => items.length > 0);
}

function itemOf(user: UserView, action: UserAction, t: Translate<'userActions'>): MenuItem[] {
  const permission = user.permitted[permissions[action]];
  if (!permission.permitted && permission.isTakenAway) return [];
  const disabledReason = permission.permitted ? reasonOfUser(user, action, t) : permission.reason;
  return [{ id: action, label: t(`label.${action}`), isDanger: action === 'delete', disabledReason }];
}

/** Where somebody signs in elsewhere there is no password here to reset. */
function reasonOfUser(
  { identities }: UserView,
  action: UserAction,
  t: Translate<'userActions'>,
): string | undefined {
  const [main] = identities;
  if (action !== 'reset-password' || !main || main.provider === 'auth0') return undefined;
  return t('passwordElsewhere', { connection: main.connection });
}

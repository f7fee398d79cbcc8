import type { Action, Permitted } from '#lib/auth0/proofs.ts';
import type { User } from '#lib/auth0/user.ts';
import { AppError } from '#lib/errors.ts';
import { type Words, words } from '#lib/words.ts';
import type { Manager } from '../manager.ts';
import type { ActionPermission } from '../permit/action-permission.ts';
import { permitAndSee } from '../permit.ts';

/**
 * No action of the access hook is about taking sign-ins back. Whoever does it puts somebody out of everything
 * they are working in, so it takes what blocking them takes, beside seeing the devices.
 */
export const actionsOfRevocation = ['read:devices', 'block:user'] as const;

const ownSignIns = words(
  'These are your own sign-ins: sign out where you do not want to be signed in any more.',
);

/** Why nobody takes these sign-ins back, whatever the hooks say; `undefined` where nothing stands against it. */
export function reasonAgainstRevoking(manager: Manager, userId: string): Words | undefined {
  return userId === manager.user.user_id ? ownSignIns : undefined;
}

/**
 * The proof that a manager may take the sign-ins of a user back.
 * @throws AppError as `permit` does
 */
export async function permitRevocation(
  manager: Manager,
  userId: string,
): Promise<{ permitted: Permitted<(typeof actionsOfRevocation)[number]>; seenAs: User }> {
  const reason = reasonAgainstRevoking(manager, userId);
  if (reason) throw new AppError('refused-by-guard', reason);
  return permitAndSee(manager, userId, actionsOfRevocation);
}

/**
 * Whether `permitRevocation` would let this manager through, for the user's page.
 * @param actions what the manager may do to the user
 */
export function mayRevoke(
  manager: Manager,
  userId: string,
  actions: Record<Action, ActionPermission>,
): ActionPermission {
  const reason = reasonAgainstRevoking(manager, userId);
  if (reason) return { permitted: false, reason };
  const refused = actionsOfRevocation.map((action) => actions[action]).find(({ permitted }) => !permitted);
  return refused ?? { permitted: true };
}

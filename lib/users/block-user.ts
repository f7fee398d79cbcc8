import { blockUser as blockInTenant } from '#lib/auth0/users.ts';
import { noteOwnWrite } from '#lib/state/own-writes.ts';
import { type DoneToUser, doneTo } from './done-to-user.ts';
import { type Manager, requireScope } from './manager.ts';
import { permitStill } from './permit/permit-still.ts';
import { recorded } from './recorded.ts';

/**
 * Keeps a user from signing in until somebody unblocks them. Sessions that are open elsewhere stay open.
 * @throws AppError 'no-role', 'not-allowed', 'not-found', 'refused-by-hook', 'refused-by-guard', 'hook-failed',
 * 'tenant-refused', 'tenant-limit', 'tenant-unavailable'
 */
export const blockUser = recorded(
  'block:user',
  async (manager: Manager, { userId }: { userId: string }): Promise<DoneToUser> => {
    requireScope(manager, 'manage:users');
    const { permitted, seenAs } = await permitStill(manager, userId, 'block:user');
    const blocked = await blockInTenant(permitted);
    await noteOwnWrite(blocked, permitted.user);
    return doneTo(seenAs);
  },
);

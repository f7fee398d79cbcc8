import { unblockUser as unblockInTenant } from '#lib/auth0/users.ts';
import { noteOwnWrite } from '#lib/state/own-writes.ts';
import { type DoneToUser, doneTo } from './done-to-user.ts';
import { type Manager, requireScope } from './manager.ts';
import { permitStill } from './permit/permit-still.ts';
import { recorded } from './recorded.ts';

/**
 * Lets a user sign in again whom somebody had blocked. Blocks that wrong passwords have brought about are lifted
 * by `liftBlocks`.
 * @throws AppError 'no-role', 'not-allowed', 'not-found', 'refused-by-hook', 'refused-by-guard', 'hook-failed',
 * 'tenant-refused', 'tenant-limit', 'tenant-unavailable'
 */
export const unblockUser = recorded(
  'unblock:user',
  async (manager: Manager, { userId }: { userId: string }): Promise<DoneToUser> => {
    requireScope(manager, 'manage:users');
    const { permitted, seenAs } = await permitStill(manager, userId, 'unblock:user');
    const unblocked = await unblockInTenant(permitted);
    await noteOwnWrite(unblocked, permitted.user);
    return doneTo(seenAs);
  },
);

import { liftBlocks as liftInTenant } from '#lib/auth0/user-blocks.ts';
import { type DoneToUser, doneTo } from './done-to-user.ts';
import { type Manager, requireScope } from './manager.ts';
import { permitStill } from './permit/permit-still.ts';
import { recorded } from './recorded.ts';

/**
 * Lets a user try again to sign in who has typed too many wrong passwords. Who was blocked by somebody stays
 * blocked.
 * @throws AppError 'no-role', 'not-allowed', 'not-found', 'refused-by-hook', 'refused-by-guard', 'hook-failed',
 * 'tenant-refused', 'tenant-limit', 'tenant-unavailable'
 */
export const liftBlocks = recorded(
  'lift:blocks',
  async (manager: Manager, { userId }: { userId: string }): Promise<DoneToUser> => {
    requireScope(manager, 'manage:users');
    const { permitted, seenAs } = await permitStill(manager, userId, 'unblock:user');
    await liftInTenant(permitted);
    return doneTo(seenAs);
  },
);

import { noteChange } from '#lib/audit/note.ts';
import { readForRestoring } from '#lib/auth0/read-for-restoring.ts';
import { deleteUser as deleteInTenant } from '#lib/auth0/users.ts';
import { noteOwnDeletion } from '#lib/state/own-writes.ts';
import { type DoneToUser, doneTo } from './done-to-user.ts';
import { type Manager, requireScope } from './manager.ts';
import { permitStill } from './permit/permit-still.ts';
import { recorded } from './recorded.ts';

/**
 * Deletes a user; lists stop showing them at once. What can be had of the user stays in the record.
 * @throws AppError 'no-role', 'not-allowed', 'not-found', 'refused-by-hook', 'refused-by-guard', 'hook-failed',
 * 'tenant-refused', 'tenant-limit', 'tenant-unavailable'; its sentence says whether the user was deleted
 */
export const deleteUser = recorded(
  'delete:user',
  async (manager: Manager, { userId }: { userId: string }): Promise<DoneToUser> => {
    requireScope(manager, 'manage:users');
    const { permitted, seenAs } = await permitStill(manager, userId, 'delete:user');
    noteChange(await readForRestoring(permitted), null);
    await deleteInTenant(permitted);
    await noteOwnDeletion(userId);
    return doneTo(seenAs);
  },
);

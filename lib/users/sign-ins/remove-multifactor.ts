import {
  deleteAuthenticationMethod,
  deleteAuthenticationMethods,
  readAuthenticationMethods,
} from '#lib/auth0/authentication-methods.ts';
import { AppError } from '#lib/errors.ts';
import { words } from '#lib/words.ts';
import { displayNameOf } from '../display-name.ts';
import { type Manager, requireScope } from '../manager.ts';
import { permitAndSee } from '../permit.ts';
import { recorded } from '../recorded.ts';

/**
 * Removes one of a user's second factors, or all of them. One is removed in three calls: which are the user's is
 * asked of the tenant, never taken from the browser.
 * @param methodId absent: all of them
 * @throws AppError 'invalid-input' when the user has no such factor any more; 'not-found', 'not-allowed',
 * 'no-role', 'refused-by-hook', 'refused-by-guard', 'hook-failed', 'tenant-refused', 'tenant-limit',
 * 'tenant-unavailable'
 */
export const removeMultifactor = recorded(
  'remove:multifactor-provider',
  async (
    manager: Manager,
    { userId, methodId }: { userId: string; methodId?: string },
  ): Promise<{ name: string }> => {
    requireScope(manager, 'manage:users');
    const { permitted, seenAs } = await permitAndSee(manager, userId, [
      'read:devices',
      'remove:multifactor-provider',
    ]);
    if (methodId === undefined) await deleteAuthenticationMethods(permitted);
    else {
      const method = (await readAuthenticationMethods(permitted)).find(({ id }) => id === methodId);
      if (!method) {
        throw new AppError(
          'invalid-input',
          words('This second factor is gone already, or it never was one of this user. Nothing was changed.'),
        );
      }
      await deleteAuthenticationMethod(permitted, method);
    }
    return { name: displayNameOf(seenAs) };
  },
);

import { revokeAllAccess } from '#lib/auth0/user-sessions.ts';
import { displayNameOf } from '../display-name.ts';
import { type Manager, requireScope } from '../manager.ts';
import { recorded } from '../recorded.ts';
import { permitRevocation } from './revocation.ts';

/**
 * Ends all sessions of a user and takes all refresh tokens back, in two calls. An access token that an
 * application holds already works until it expires.
 * @throws AppError 'not-found', 'not-allowed', 'no-role', 'refused-by-hook', 'refused-by-guard', 'hook-failed',
 * 'tenant-refused', 'tenant-limit', 'tenant-unavailable'
 */
export const revokeAccess = recorded(
  'revoke:sessions',
  async (manager: Manager, { userId }: { userId: string }): Promise<{ name: string }> => {
    requireScope(manager, 'manage:users');
    const { permitted, seenAs } = await permitRevocation(manager, userId);
    await revokeAllAccess(permitted);
    return { name: displayNameOf(seenAs) };
  },
);

import { readSessions } from '#lib/auth0/user-sessions.ts';
import type { PartPermission } from '../form/user-form.ts';
import type { Manager } from '../manager.ts';
import { saidPermission } from '../permit/action-permission.ts';
import { permitToRead } from '../permit.ts';
import { mayRevoke } from './revocation.ts';

export interface SessionView {
  /** ISO 8601, or `null`. */
  signedInAt: string | null;
  lastActiveAt: string | null;
  expiresAt: string | null;
  userAgent: string | null;
  ip: string | null;
  clientIds: string[];
}

export interface UserSessions {
  /** `null` where the tenant does not list sessions. They can be ended all the same. */
  sessions: SessionView[] | null;
  revoke: PartPermission;
}

/**
 * The browsers in which a user is signed in. Beside the user's page it takes one call to the tenant.
 * @throws AppError 'not-found', 'refused-by-hook', 'hook-failed', 'tenant-limit', 'tenant-unavailable'
 */
export async function listSessions(manager: Manager, userId: string): Promise<UserSessions> {
  const { permitted, seenAs, actions } = await permitToRead(manager, userId, 'read:devices');
  const sessions = await readSessions(permitted);
  const isMasked = seenAs !== permitted.user;
  return {
    sessions:
      sessions?.map((session) => ({
        signedInAt: session.signedInAt ?? null,
        lastActiveAt: session.lastActiveAt ?? null,
        expiresAt: session.expiresAt ?? null,
        userAgent: session.userAgent ?? null,
        ip: isMasked ? null : (session.ip ?? null),
        clientIds: session.clientIds,
      })) ?? null,
    revoke: saidPermission(mayRevoke(manager, userId, actions)),
  };
}

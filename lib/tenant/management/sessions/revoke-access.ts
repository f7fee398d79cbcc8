import { deleteWhere, oidcCollection } from '../../oidc/adapter.ts';
import { endSession, revokeAllAccess } from '../../oidc/user-sessions.ts';
import { deviceCollection } from '../device-credentials/device-credential.ts';
import type { Tenant } from '../endpoint.ts';

interface Revocation {
  /** Only this session of the user. */
  sessionId?: string;
  /** Sessions end; refresh tokens go on working. */
  preserveRefreshTokens?: boolean;
}

/** Ends a user's sessions and, unless asked otherwise, takes all tokens back. */
export function revokeAccess(
  { store }: Pick<Tenant, 'store'>,
  userId: string,
  { sessionId, preserveRefreshTokens = false }: Revocation = {},
): void {
  const sessions = oidcCollection(store, 'Session');
  const ownSession = (accountId: string | undefined, uid: string | undefined) =>
    accountId === userId && (sessionId === undefined || uid === sessionId);
  if (preserveRefreshTokens) {
    deleteWhere(sessions, ({ accountId, uid }) => ownSession(accountId, uid));
  } else if (sessionId === undefined) {
    revokeAllAccess(store, userId);
    const devices = deviceCollection({ store });
    for (const { id, user_id, type } of Array.from(devices.values())) {
      if (user_id === userId && type !== 'public_key') devices.delete(id);
    }
  } else if (deleteWhere(sessions, ({ accountId, uid }) => ownSession(accountId, uid)) > 0) {
    endSession(store, sessionId);
  }
}

import { deleteWhere, oidcCollection } from '../../oidc/adapter.ts';
import { endSession, revokeAllAccess } from '../../oidc/user-sessions.ts';
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
  } else if (deleteWhere(sessions, ({ accountId, uid }) => ownSession(accountId, uid)) > 0) {
    endSession(store, sessionId);
  }
}

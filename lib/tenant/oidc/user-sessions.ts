import type { AdapterPayload } from 'oidc-provider';
import type { Store } from '../store/store.ts';
import { deleteWhere, type OidcDocument, oidcCollection } from './adapter.ts';

/** A person's signed-in browser. `id` is not the secret in the cookie. */
export interface UserSession {
  id: string;
  userId: string;
  authenticatedAt: string;
  updatedAt: string;
  expiresAt: string;
  /** Clients that were signed in to with this session. */
  clientIds: string[];
}

/** A refresh token that was given out. `id` is not the token itself. */
export interface UserRefreshToken {
  id: string;
  userId: string;
  clientId: string;
  createdAt: string;
  expiresAt: string;
  /** The session that it was made in; undefined for a password grant. */
  sessionId: string | undefined;
}

/** The user's live sessions, newest first. */
export function sessionsOfUser(store: Store, userId: string): UserSession[] {
  return live(store, 'Session', userId)
    .map(({ payload, expiresAtSeconds }) => ({
      id: payload.uid ?? '',
      userId,
      authenticatedAt: isoTime(payload.loginTs),
      updatedAt: isoTime(payload.iat),
      expiresAt: isoTime(expiresAtSeconds),
      clientIds: Object.keys(payload.authorizations ?? {}),
    }))
    .sort((a, b) => (a.authenticatedAt < b.authenticatedAt ? 1 : -1));
}

/** The user's live refresh tokens, newest first. */
export function refreshTokensOfUser(store: Store, userId: string): UserRefreshToken[] {
  return live(store, 'RefreshToken', userId)
    .map(({ payload, expiresAtSeconds }) => ({
      id: payload.grantId ?? '',
      userId,
      clientId: payload.clientId ?? '',
      createdAt: isoTime(payload.iat),
      expiresAt: isoTime(expiresAtSeconds),
      sessionId: payload.sessionUid,
    }))
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

/** Ends a session by its id, with every token made in it. Answers false when there is none. */
export function endSession(store: Store, sessionId: string): boolean {
  const ended = deleteWhere(oidcCollection(store, 'Session'), ({ uid }) => uid === sessionId);
  deleteTokens(store, ({ sessionUid }) => sessionUid === sessionId);
  return ended > 0;
}

/** Takes back a refresh token by its id, with the access tokens made from it. Answers false when there is none. */
export function revokeRefreshToken(store: Store, id: string): boolean {
  return deleteTokens(store, ({ grantId }) => grantId === id) > 0;
}

/** Ends all sessions of the user and takes back all tokens, also codes that wait to be exchanged. */
export function revokeAllAccess(store: Store, userId: string): void {
  deleteWhere(oidcCollection(store, 'Session'), ({ accountId }) => accountId === userId);
  deleteWhere(oidcCollection(store, 'Grant'), ({ accountId }) => accountId === userId);
  deleteTokens(store, ({ accountId }) => accountId === userId);
}

function deleteTokens(store: Store, matches: (payload: AdapterPayload) => boolean): number {
  deleteWhere(oidcCollection(store, 'AccessToken'), matches);
  deleteWhere(oidcCollection(store, 'AuthorizationCode'), matches);
  return deleteWhere(oidcCollection(store, 'RefreshToken'), matches);
}

function live(store: Store, model: string, userId: string): OidcDocument[] {
  const nowSeconds = Date.now() / 1000;
  return Array.from(oidcCollection(store, model).values()).filter(
    ({ payload, expiresAtSeconds }) =>
      payload.accountId === userId && (expiresAtSeconds === undefined || expiresAtSeconds > nowSeconds),
  );
}

function isoTime(seconds: number | undefined): string {
  return new Date((seconds ?? 0) * 1000).toISOString();
}

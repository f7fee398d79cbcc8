import { env } from '#lib/env.ts';
import { cookieName, setCookie } from './cookies.ts';

/** The cookie that says that this browser's session has been ended. */
export const signedOutMarkName = () => cookieName('steward-signed-out');

/**
 * Marks a browser as signed out until its next sign-in. A request that was on its way when the session ended can
 * bring the session's cookie back with its answer, prolonged as it is for everybody active; the mark outlasts it.
 */
export function markSignedOut(): string {
  return setCookie(signedOutMarkName(), '1', env().SESSION_MAX_SECONDS);
}

export function unmarkSignedOut(): string {
  return setCookie(signedOutMarkName(), '', 0);
}

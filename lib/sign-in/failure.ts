import { log } from '#lib/log.ts';
import { ownAddress } from './own-path.ts';

/** Why a sign-in came to nothing; the page that says so has a sentence for each. */
export type SignInFailure = 'refused' | 'expired' | 'unavailable' | 'failed';

const failurePath = '/sign-in-failed';

/** Leads to the page that says why the sign-in came to nothing, and how to try again. */
export function leadToFailure(failure: SignInFailure, returnTo = '/'): Response {
  const address = ownAddress(failurePath);
  address.search = new URLSearchParams({ why: failure, returnTo }).toString();
  return redirectTo(address);
}

export function isFailure(response: Response): boolean {
  const location = response.headers.get('location');
  return location !== null && new URL(location).pathname === failurePath;
}

/** A redirect whose headers can still be changed. */
export function redirectTo(address: URL): Response {
  return new Response(null, { status: 302, headers: { location: address.href } });
}

/** One line for the operator: what failed and in whose words, never a claim or a token. */
export function logFailure(what: string, error: unknown): void {
  const cause = error instanceof Error ? error.message : String(error);
  log('error', 'A sign-in failed.', { what, cause });
}

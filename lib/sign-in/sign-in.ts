import type { NextRequest } from 'next/server';
import { env } from '#lib/env.ts';
import { isFailure, redirectTo } from './failure.ts';
import { rememberLanding } from './landing.ts';
import { ownAddress, ownPath } from './own-path.ts';
import type { SignedIn, SignInLibrary } from './signed-in.ts';

/** Only the library that is used is loaded. */
async function library(): Promise<SignInLibrary> {
  return env().SIGN_IN === 'oidc'
    ? (await import('./oidc.ts')).oidcSignIn
    : (await import('./auth0.ts')).auth0SignIn;
}

/** Who signed in, by the browser’s cookies alone, which do not know whether the session was ended elsewhere. */
export async function whoSignedIn(): Promise<SignedIn | undefined> {
  return (await library()).signedIn();
}

/** Prolongs the session of an active person; the headers carry the renewed cookie. */
export async function renewSession(request: NextRequest): Promise<Headers> {
  return (await library()).renew(request);
}

/** What is known of sessions where the console’s own data are. */
export interface Sessions {
  /** Whether the request comes with a session that was not ended. */
  isSignedIn(): Promise<boolean>;
  /** Ends it on all servers. @returns where the sign-out is to lead to, if not to the console’s own page */
  end(): Promise<string | undefined>;
}

/** Serves sign-in, the provider’s answer and sign-out; anything else under `/auth` is 404. */
export async function serveSignIn(request: NextRequest, sessions: Sessions): Promise<Response> {
  const used = await library();
  const { pathname, searchParams } = request.nextUrl;
  if (!['/auth/login', '/auth/logout', used.callbackPath].includes(pathname)) {
    return new Response('Not found', { status: 404 });
  }
  if (!isNavigation(request)) return new Response('You are signed out.', { status: 401 });
  if (pathname === '/auth/login') return used.begin(request, ownPath(searchParams.get('returnTo')));
  if (pathname === '/auth/logout') return signOut(used, request, sessions);
  return finish(used, request, sessions);
}

/**
 * A page’s data, asked for ahead of time or in the background, is redirected here too when the session has ended.
 * Beginning a sign-in then would be in the way of the one that a person makes; the browser comes again by itself.
 */
function isNavigation(request: NextRequest): boolean {
  const destination = request.headers.get('sec-fetch-dest');
  return (destination === null || destination === 'document') && !request.headers.has('rsc');
}

async function finish(used: SignInLibrary, request: NextRequest, sessions: Sessions): Promise<Response> {
  const answer = await used.finish(request);
  if (!isFailure(answer)) return answer;
  // Of several sign-ins begun in several tabs one is enough, and so is an answer that is opened a second time.
  if (!(await sessions.isSignedIn().catch(() => false))) return answer;
  const { searchParams } = new URL(`${answer.headers.get('location')}`);
  return redirectTo(ownAddress(ownPath(searchParams.get('returnTo'))));
}

async function signOut(used: SignInLibrary, request: NextRequest, sessions: Sessions): Promise<Response> {
  const wanted = await sessions.end();
  const { response, isEndedAtProvider } = await used.end(request);
  const ownPage = ownAddress(isEndedAtProvider ? '/signed-out' : '/signed-out?provider=open').href;
  response.headers.append('set-cookie', rememberLanding(wanted ?? ownPage));
  return response;
}

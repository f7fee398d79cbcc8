import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';
import { env } from '#lib/env.ts';
import { isFailure, redirectTo } from './failure.ts';
import { rememberLanding } from './landing.ts';
import { ownAddress, ownPath } from './own-path.ts';
import type { SignedIn, SignInLibrary } from './signed-in.ts';
import { markSignedOut, signedOutMarkName, unmarkSignedOut } from './signed-out-mark.ts';

/** Only the library that is used is loaded. */
async function library(): Promise<SignInLibrary> {
  return env().SIGN_IN === 'oidc'
    ? (await import('./oidc.ts')).oidcSignIn
    : (await import('./auth0.ts')).auth0SignIn;
}

/** Who signed in, by the browser’s cookies alone; `undefined` without a valid session, or after its end. */
export async function whoSignedIn(): Promise<SignedIn | undefined> {
  if ((await cookies()).has(signedOutMarkName())) return undefined;
  return (await library()).signedIn();
}

/** Prolongs the session of an active person; the headers carry the renewed cookie. */
export async function renewSession(request: NextRequest): Promise<Headers> {
  if (request.cookies.has(signedOutMarkName())) return new Headers();
  return (await library()).renew(request);
}

/**
 * Serves sign-in, the provider’s answer and sign-out; anything else under `/auth` is 404.
 * @param landing where this person’s sign-out is to lead to, if not to the console’s own page
 */
export async function serveSignIn(
  request: NextRequest,
  landing: () => Promise<string | undefined>,
): Promise<Response> {
  const used = await library();
  const { pathname, searchParams } = request.nextUrl;
  if (!['/auth/login', '/auth/logout', used.callbackPath].includes(pathname)) {
    return new Response('Not found', { status: 404 });
  }
  if (!isNavigation(request)) return new Response('You are signed out.', { status: 401 });
  if (pathname === '/auth/login') return used.begin(request, ownPath(searchParams.get('returnTo')));
  if (pathname === '/auth/logout') return signOut(used, request, landing);
  return finish(used, request);
}

/**
 * A page’s data, asked for ahead of time or in the background, is redirected here too when the session has ended.
 * Beginning a sign-in then would be in the way of the one that a person makes; the browser comes again by itself.
 */
function isNavigation(request: NextRequest): boolean {
  const destination = request.headers.get('sec-fetch-dest');
  return (destination === null || destination === 'document') && !request.headers.has('rsc');
}

async function finish(used: SignInLibrary, request: NextRequest): Promise<Response> {
  const answer = await used.finish(request);
  if (!isFailure(answer)) {
    answer.headers.append('set-cookie', unmarkSignedOut());
    return answer;
  }
  // Of several sign-ins begun in several tabs one is enough, and so is an answer that is opened a second time.
  if (!(await whoSignedIn())) return answer;
  const { searchParams } = new URL(`${answer.headers.get('location')}`);
  return redirectTo(ownAddress(ownPath(searchParams.get('returnTo'))));
}

async function signOut(
  used: SignInLibrary,
  request: NextRequest,
  landing: () => Promise<string | undefined>,
): Promise<Response> {
  const wanted = await landing();
  const { response, isEndedAtProvider } = await used.end(request);
  const ownPage = ownAddress(isEndedAtProvider ? '/signed-out' : '/signed-out?provider=open').href;
  response.headers.append('set-cookie', rememberLanding(wanted ?? ownPage));
  response.headers.append('set-cookie', markSignedOut());
  return response;
}

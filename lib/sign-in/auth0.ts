import { createHash } from 'node:crypto';
import { Auth0Client } from '@auth0/nextjs-auth0/server';
import { NextRequest, NextResponse } from 'next/server';
import { env } from '#lib/env.ts';
import type { JsonObject } from '#lib/json.ts';
import { leadToFailure, logFailure, redirectTo, type SignInFailure } from './failure.ts';
import { ownAddress, ownPath } from './own-path.ts';
import type { SignInLibrary } from './signed-in.ts';

/** What the provider may say in its answer; the library would take more. */
const answerParameters = ['code', 'state', 'iss', 'error', 'error_description'];

let client: Auth0Client | undefined;

/** Made on first use, so that one build serves every environment. */
function auth0Client(): Auth0Client {
  const settings = env();
  client ??= new Auth0Client({
    domain: settings.tenantIsLocal ? settings.tenantOrigin : settings.AUTH0_DOMAIN,
    clientId: settings.AUTH0_CLIENT_ID,
    clientSecret: settings.AUTH0_CLIENT_SECRET,
    secret: settings.AUTH0_SECRET,
    appBaseUrl: settings.APP_BASE_URL,
    allowInsecureRequests: settings.tenantIsLocal,
    enableAccessTokenEndpoint: false,
    enableTelemetry: false,
    authorizationParameters: { scope: 'openid profile email' },
    session: {
      rolling: true,
      absoluteDuration: settings.SESSION_MAX_SECONDS,
      inactivityDuration: Math.min(settings.SESSION_IDLE_SECONDS, settings.SESSION_MAX_SECONDS),
    },
    // The console never acts with the manager's own tokens, so the cookie keeps only what sign-out needs.
    beforeSessionSaved: async (session) => ({
      ...session,
      tokenSet: { ...session.tokenSet, accessToken: '', refreshToken: undefined },
    }),
    onCallback: async (error, { returnTo }) => {
      if (!error) return NextResponse.redirect(ownAddress(ownPath(returnTo)));
      logFailure(error.code, error.cause ?? error);
      const failure = leadToFailure(failureOf(error), ownPath(returnTo));
      return new NextResponse(null, { status: failure.status, headers: failure.headers });
    },
  });
  return client;
}

function failureOf({ code, cause }: { code: string; cause?: unknown }): SignInFailure {
  if (code === 'missing_state' || code === 'invalid_state') return 'expired';
  if (code === 'discovery_error') return 'unavailable';
  return cause instanceof Error && 'code' in cause && cause.code === 'access_denied' ? 'refused' : 'failed';
}

/** A session of one browser: the provider's own may have begun several here. */
function sessionIdOf(userId: string, providerSession: string | undefined, createdAt: number): string {
  return createHash('sha256')
    .update(JSON.stringify([userId, providerSession, createdAt]))
    .digest('base64url');
}

/** Signing in at the tenant itself, with nextjs-auth0; the person’s `sub` is their user_id there. */
export const auth0SignIn: SignInLibrary = {
  callbackPath: '/auth/callback',

  async signedIn() {
    const session = await auth0Client().getSession();
    if (typeof session?.user.sub !== 'string') return undefined;
    const { sid, createdAt } = session.internal;
    return {
      sessionId: sessionIdOf(session.user.sub, sid, createdAt),
      person: { by: 'user-id', userId: session.user.sub },
      claims: structuredClone(session.user) as JsonObject,
      at: env().AUTH0_DOMAIN,
    };
  },

  async begin(request, returnTo) {
    const answer = await askLibrary(request, '/auth/login', { returnTo });
    if (answer.status < 400) return answer;
    logFailure('begin', await answer.text());
    return leadToFailure('unavailable', returnTo);
  },

  finish(request) {
    const said = [...request.nextUrl.searchParams].filter(([name]) => answerParameters.includes(name));
    return askLibrary(request, '/auth/callback', Object.fromEntries(said));
  },

  async end(request) {
    const answer = await askLibrary(request, '/auth/logout', {});
    if (answer.status < 400) return { response: answer, isEndedAtProvider: true };
    logFailure('end', await answer.text());
    const response = redirectTo(ownAddress('/'));
    for (const cookie of answer.headers.getSetCookie()) response.headers.append('set-cookie', cookie);
    return { response, isEndedAtProvider: false };
  },

  async renew(request) {
    return (await auth0Client().middleware(request)).headers;
  },
};

/** The library hands on to the tenant whatever an address says, so it is given only what is meant to be said. */
function askLibrary(
  request: NextRequest,
  pathname: string,
  parameters: Record<string, string>,
): Promise<Response> {
  const address = new URL(pathname, request.nextUrl);
  address.search = new URLSearchParams(parameters).toString();
  return auth0Client().middleware(new NextRequest(address, { headers: request.headers }));
}

import { Auth0Client } from '@auth0/nextjs-auth0/server';
import { NextRequest } from 'next/server';
import { env } from '#lib/env.ts';
import type { JsonObject } from '#lib/json.ts';

/**
 * The routes of the library that are served; its others (profile, access token, MFA, …) do not exist here. The
 * library hands on to the tenant whatever an address says, so what a link may say is listed.
 */
const servedRoutes = new Map([
  ['/auth/login', ['returnTo']],
  ['/auth/callback', ['code', 'state', 'iss', 'error', 'error_description']],
  ['/auth/logout', []],
]);

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
    session: { rolling: true, absoluteDuration: 12 * 60 * 60, inactivityDuration: 8 * 60 * 60 },
    // The console never acts with the manager's own tokens, so the cookie keeps only what sign-out needs.
    beforeSessionSaved: async (session) => ({
      ...session,
      tokenSet: { ...session.tokenSet, accessToken: '', refreshToken: undefined },
    }),
  });
  return client;
}

/** The claims of the person signed in, or `undefined`. Reads the session cookie only. */
export async function signedInClaims(): Promise<JsonObject | undefined> {
  const session = await auth0Client().getSession();
  return session ? (structuredClone(session.user) as JsonObject) : undefined;
}

/** Serves sign-in, callback and sign-out; anything else under `/auth` is 404. */
export async function serveSignIn(request: NextRequest): Promise<Response> {
  const taken = servedRoutes.get(request.nextUrl.pathname);
  if (!taken) return new Response('Not found', { status: 404 });
  const address = new URL(request.nextUrl);
  for (const name of new Set(address.searchParams.keys())) {
    if (!taken.includes(name)) address.searchParams.delete(name);
  }
  return auth0Client().middleware(new NextRequest(address, { headers: request.headers }));
}

/** Prolongs the session of an active person; returns the headers that carry the renewed cookie. */
export async function renewSession(request: NextRequest): Promise<Headers> {
  return (await auth0Client().middleware(request)).headers;
}

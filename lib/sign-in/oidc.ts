import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';
import { env } from '#lib/env.ts';
import { setCookie } from './cookies.ts';
import { leadToFailure, logFailure, redirectTo, type SignInFailure } from './failure.ts';
import { askNextAuth, transactionCookies } from './next-auth.ts';
import { nextAuthSettings, readSession, sessionCookieName } from './oidc-session.ts';
import { forgetTransaction, keepTransaction, transactionOf } from './oidc-transactions.ts';
import { ownAddress, ownPath } from './own-path.ts';
import { providerMetadata } from './provider-metadata.ts';
import type { SignInLibrary } from './signed-in.ts';

/** A session that was prolonged less than this ago is not prolonged again. */
const renewAfterSeconds = 60;

/** Signing in at any OIDC provider, with next-auth: code flow with PKCE, state and nonce. */
export const oidcSignIn: SignInLibrary = {
  callbackPath: '/auth/callback/oidc',

  async signedIn() {
    const session = await readSession((await cookies()).getAll());
    if (!session) return undefined;
    const { sessionId, person, claims } = session;
    return { sessionId, person, claims, at: new URL(env().OIDC_ISSUER).host };
  },

  async begin(request, returnTo) {
    try {
      await providerMetadata(env().OIDC_ISSUER);
    } catch (error) {
      logFailure('discovery', error);
      return leadToFailure('unavailable', returnTo);
    }
    const csrf = await askNextAuth({ action: 'csrf', method: 'GET', cookies: {} }, nextAuthSettings());
    const made = cookiesSetBy(csrf.setCookies);
    const [csrfToken = ''] = (made[transactionCookies.csrf] ?? '').split('|');
    const answer = await askNextAuth(
      { action: 'signin', method: 'POST', body: { csrfToken }, cookies: made },
      nextAuthSettings(),
    );
    const { state = '', pkce = '', nonce = '' } = cookiesSetBy(answer.setCookies);
    const asked = answer.location === undefined ? undefined : new URL(answer.location);
    const sent = asked?.searchParams.get('state');
    if (!asked || !sent || !pkce || !nonce) return leadToFailure('unavailable', returnTo);
    const response = redirectTo(asked);
    for (const cookie of keepTransaction(request, sent, { state, pkce, nonce, returnTo })) {
      response.headers.append('set-cookie', cookie);
    }
    return response;
  },

  async finish(request) {
    const query = Object.fromEntries(request.nextUrl.searchParams);
    const transaction = transactionOf(request, query.state ?? '');
    if (!transaction) return leadToFailure('expired');
    const returnTo = ownPath(transaction.returnTo);
    const answer = await askNextAuth(
      { action: 'callback', method: 'GET', query, cookies: { ...cookiesOf(request), ...kept(transaction) } },
      nextAuthSettings(),
    );
    const session = answer.setCookies.filter((cookie) => cookie.startsWith(sessionCookieName()));
    const isSignedIn = session.some((cookie) => !/=;/.test(cookie));
    const response = isSignedIn
      ? redirectTo(ownAddress(returnTo))
      : leadToFailure(failureOf(query), returnTo);
    for (const cookie of [...(isSignedIn ? session : []), forgetTransaction(query.state ?? '')]) {
      response.headers.append('set-cookie', cookie);
    }
    return response;
  },

  async end(request) {
    const session = await readSession(request.cookies.getAll());
    const leave = session?.idToken === undefined ? undefined : await signOutAddress(session.idToken);
    const response = redirectTo(leave ?? ownAddress('/'));
    for (const { name } of request.cookies.getAll()) {
      if (name.startsWith(sessionCookieName())) response.headers.append('set-cookie', setCookie(name, '', 0));
    }
    return { response, isEndedAtProvider: leave !== undefined };
  },

  async renew(request) {
    const headers = new Headers();
    const session = await readSession(request.cookies.getAll());
    if (!session || Date.now() / 1_000 - session.renewedAt < renewAfterSeconds) return headers;
    const answer = await askNextAuth(
      { action: 'session', method: 'GET', cookies: cookiesOf(request) },
      nextAuthSettings(),
    );
    const renewed = answer.setCookies.filter((cookie) => cookie.startsWith(sessionCookieName()));
    for (const cookie of renewed) headers.append('set-cookie', cookie);
    return headers;
  },
};

/**
 * The provider’s own sign-out, which leads home afterwards; `undefined` where it has none or does not answer.
 * @see https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout
 */
async function signOutAddress(idToken: string): Promise<URL | undefined> {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, APP_BASE_URL } = env();
  const metadata = await providerMetadata(OIDC_ISSUER).catch((error: unknown) => {
    logFailure('discovery', error);
    return undefined;
  });
  if (!metadata?.endSessionEndpoint) return undefined;
  const address = new URL(metadata.endSessionEndpoint);
  address.searchParams.set('id_token_hint', idToken);
  address.searchParams.set('client_id', OIDC_CLIENT_ID);
  address.searchParams.set('post_logout_redirect_uri', new URL(APP_BASE_URL).origin);
  return address;
}

function failureOf({ error }: Record<string, string>): SignInFailure {
  return error === 'access_denied' ? 'refused' : 'failed';
}

function cookiesOf(request: NextRequest): Record<string, string> {
  const own = request.cookies.getAll().filter(({ name }) => name.startsWith(sessionCookieName()));
  return Object.fromEntries(own.map(({ name, value }) => [name, value]));
}

function kept({ state, pkce, nonce }: Record<'state' | 'pkce' | 'nonce', string>): Record<string, string> {
  return {
    [transactionCookies.state]: state,
    [transactionCookies.pkce]: pkce,
    [transactionCookies.nonce]: nonce,
  };
}

function cookiesSetBy(headers: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    headers.map((header) => {
      const [pair = ''] = header.split(';', 1);
      const at = pair.indexOf('=');
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
    }),
  );
}

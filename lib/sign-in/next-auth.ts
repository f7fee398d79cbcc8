import NextAuth, { type AuthOptions } from 'next-auth';
import { decode } from 'next-auth/jwt';
import { isJsonObject, type JsonObject } from '#lib/json.ts';
import { claimsIn, claimsOfToken } from './oidc-claims.ts';

/** One request to next-auth: the part of it that is asked, and what it reads of a request. */
export interface NextAuthRequest {
  action: 'csrf' | 'signin' | 'callback' | 'session';
  method: 'GET' | 'POST';
  query?: Record<string, string>;
  body?: Record<string, string>;
  cookies: Record<string, string>;
}

export interface NextAuthAnswer {
  /** Where it leads to, if anywhere. */
  location?: string;
  /** `Set-Cookie` headers, each as it stands. */
  setCookies: string[];
  body: unknown;
}

export interface NextAuthSettings {
  secret: string;
  discoveryAddress: string;
  clientId: string;
  clientSecret: string;
  scope: string;
  sessionCookie: string;
  isSecure: boolean;
  idleSeconds: number;
  /** Whether the ID token’s claims suffice; otherwise userinfo is asked too. */
  suffices: (claims: JsonObject) => boolean;
  /** What the session keeps of somebody who has just signed in. */
  sessionOf: (claims: JsonObject, idToken: string | undefined) => JsonObject;
  onError: (what: string, error: unknown) => void;
}

/** The provider’s name within next-auth, and in its callback address. */
const providerId = 'oidc';

const timeoutMs = 5_000;

/** The names of the cookies between leaving and coming back, as next-auth is shown them. */
export const transactionCookies = { state: 'state', pkce: 'pkce', nonce: 'nonce', csrf: 'csrf' } as const;

/**
 * Asks next-auth as a page of Next’s older router would, because that way takes its cookies as an argument: what
 * it reads and what it sets stays in our hands, and none of its own pages is ever shown.
 */
export async function askNextAuth(
  { action, method, query, body, cookies }: NextAuthRequest,
  settings: NextAuthSettings,
): Promise<NextAuthAnswer> {
  const headers = new Map<string, string | string[]>();
  const answer: NextAuthAnswer = { setCookies: [], body: undefined };
  const keepBody = (sent: unknown) => {
    answer.body = sent;
  };
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader: (name: string, value: string | string[]) => {
      headers.set(name.toLowerCase(), value);
      return response;
    },
    json: keepBody,
    send: keepBody,
    end: () => response,
  };
  const handle: (request: object, response: object) => Promise<void> = NextAuth(optionsOf(settings));
  const nextauth = action === 'signin' || action === 'callback' ? [action, providerId] : [action];
  await handle({ method, query: { ...query, nextauth }, body, cookies, headers: {} }, response);
  answer.setCookies = [headers.get('set-cookie') ?? []].flat();
  answer.location = [headers.get('location') ?? []].flat()[0];
  return answer;
}

/** What a session cookie of ours holds; `undefined` for one that is forged, from another secret, or expired. */
export async function decodeSession(token: string, secret: string): Promise<JsonObject | undefined> {
  try {
    const held: unknown = await decode({ token, secret });
    return isJsonObject(held) ? held : undefined;
  } catch {
    return undefined;
  }
}

function optionsOf(settings: NextAuthSettings): AuthOptions {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: settings.isSecure };
  const { state, pkce, nonce, csrf } = transactionCookies;
  return {
    providers: [providerOf(settings)],
    secret: settings.secret,
    session: { strategy: 'jwt', maxAge: settings.idleSeconds },
    // What the cookie itself holds expires too; next-auth would say 30 days.
    jwt: { maxAge: settings.idleSeconds },
    useSecureCookies: settings.isSecure,
    cookies: {
      sessionToken: { name: settings.sessionCookie, options },
      state: { name: state, options },
      pkceCodeVerifier: { name: pkce, options },
      nonce: { name: nonce, options },
      csrfToken: { name: csrf, options },
    },
    callbacks: {
      jwt: ({ token, account, profile }) =>
        account ? settings.sessionOf(claimsIn(profile), account.id_token) : token,
    },
    logger: {
      // What it adds to an error can hold the person's claims.
      error: (code, metadata) =>
        settings.onError(code, metadata instanceof Error ? metadata : metadata.error),
      warn: () => {},
      debug: () => {},
    },
  };
}

function providerOf(settings: NextAuthSettings): AuthOptions['providers'][number] {
  return {
    id: providerId,
    name: providerId,
    type: 'oauth',
    wellKnown: settings.discoveryAddress,
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: settings.scope } },
    userinfo: {
      // By now the ID token’s signature, issuer, audience, nonce and time are checked.
      request: async ({ tokens, client }) => {
        const claims = claimsOfToken(tokens.id_token ?? '');
        const hasMore = client.issuer.metadata.userinfo_endpoint !== undefined;
        if (settings.suffices(claims) || !hasMore) return claims;
        const more = claimsIn(await client.userinfo(tokens.access_token ?? ''));
        if (more.sub !== claims.sub) throw new Error('userinfo answered about somebody else');
        return { ...claims, ...more };
      },
    },
    profile: (claims) => ({ id: String(claims.sub) }),
    httpOptions: { timeout: timeoutMs },
  };
}

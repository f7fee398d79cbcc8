import { z } from 'zod';
import { env } from '#lib/env.ts';
import type { JsonObject } from '#lib/json.ts';
import { cookieName, isSecure } from './cookies.ts';
import { logFailure } from './failure.ts';
import { decodeSession, type NextAuthSettings } from './next-auth.ts';
import { type ClaimNames, ownClaims, personOf, saysWho } from './oidc-claims.ts';
import { discoveryAddress } from './provider-metadata.ts';

/** A longer ID token stays out of the cookie: a request’s headers have little room. Sign-out then ends here. */
const idTokenLengthMax = 6_000;

const sessionSchema = z.object({
  sessionId: z.string(),
  issuer: z.string(),
  person: z.discriminatedUnion('by', [
    z.object({ by: z.literal('user-id'), userId: z.string() }),
    z.object({ by: z.literal('email'), email: z.string(), isVerified: z.boolean() }),
  ]),
  claims: z.record(z.string(), z.json()),
  idToken: z.string().optional(),
  /** Seconds since 1970, as the two below. */
  signedInAt: z.number(),
  iat: z.number(),
  exp: z.number(),
});

type Session = z.output<typeof sessionSchema> & { renewedAt: number };

export function sessionCookieName(): string {
  return cookieName('steward-session');
}

/**
 * The session that the cookies hold. One that has not been used for too long, was begun too long ago, or comes
 * from another provider or another choice of claims is none.
 */
export async function readSession(
  cookies: readonly { name: string; value: string }[],
): Promise<Session | undefined> {
  const { AUTH0_SECRET, OIDC_ISSUER, OIDC_USER_ID_CLAIM, SESSION_MAX_SECONDS } = env();
  const held = await decodeSession(joined(cookies), AUTH0_SECRET);
  const parsed = sessionSchema.safeParse(held);
  if (!parsed.success) return undefined;
  const session = parsed.data;
  const nowSeconds = Date.now() / 1_000;
  const isOld = session.exp <= nowSeconds || session.signedInAt + SESSION_MAX_SECONDS <= nowSeconds;
  const isFoundAsNow = (session.person.by === 'user-id') === (OIDC_USER_ID_CLAIM !== undefined);
  if (isOld || session.issuer !== OIDC_ISSUER || !isFoundAsNow) return undefined;
  return { ...session, renewedAt: session.iat };
}

/** A long session is cut into several cookies: `name.0`, `name.1`, … */
function joined(cookies: readonly { name: string; value: string }[]): string {
  const values = new Map(cookies.map(({ name, value }) => [name, value]));
  const name = sessionCookieName();
  const whole = values.get(name);
  if (whole) return whole;
  let text = '';
  for (let part = 0; values.has(`${name}.${part}`); part += 1) text += values.get(`${name}.${part}`);
  return text;
}

export function nextAuthSettings(): NextAuthSettings {
  const settings = env();
  const names: ClaimNames = {
    userId: settings.OIDC_USER_ID_CLAIM,
    emailVerified: settings.OIDC_EMAIL_VERIFIED_CLAIM,
  };
  return {
    secret: settings.AUTH0_SECRET,
    discoveryAddress: discoveryAddress(settings.OIDC_ISSUER),
    clientId: settings.OIDC_CLIENT_ID,
    clientSecret: settings.OIDC_CLIENT_SECRET,
    scope: settings.OIDC_SCOPE,
    sessionCookie: sessionCookieName(),
    isSecure: isSecure(),
    idleSeconds: Math.min(settings.SESSION_IDLE_SECONDS, settings.SESSION_MAX_SECONDS),
    suffices: (claims) => saysWho(claims, names),
    sessionOf: (claims, idToken): JsonObject => ({
      sessionId: crypto.randomUUID(),
      issuer: settings.OIDC_ISSUER,
      person: { ...personOf(claims, names) },
      claims: ownClaims(claims),
      ...(idToken && idToken.length <= idTokenLengthMax && { idToken }),
      signedInAt: Math.floor(Date.now() / 1_000),
    }),
    onError: logFailure,
  };
}

import { isJsonObject, type JsonObject } from '#lib/json.ts';
import type { PersonSignedIn } from './signed-in.ts';

/** Which claims say how the person is to be found in the tenant. */
export interface ClaimNames {
  /** Holds the tenant’s user_id; without it the e-mail address counts. */
  userId?: string;
  emailVerified: string;
}

/** How the person whom the provider’s claims are about is to be found in the tenant. */
export function personOf(claims: JsonObject, names: ClaimNames): PersonSignedIn {
  if (names.userId !== undefined) {
    const userId = claims[names.userId];
    return { by: 'user-id', userId: typeof userId === 'string' ? userId : '' };
  }
  const email = typeof claims.email === 'string' ? claims.email : '';
  return { by: 'email', email, isVerified: isTrue(claims[names.emailVerified]) };
}

/** Whether the ID token alone says who it is; otherwise the provider’s userinfo is asked too. */
export function saysWho(claims: JsonObject, names: ClaimNames): boolean {
  if (names.userId !== undefined) return claims[names.userId] !== undefined;
  return claims.email !== undefined && claims[names.emailVerified] !== undefined;
}

/** Some providers write a truth value as text or as a number; anything else is no. */
function isTrue(claim: unknown): boolean {
  return claim === true || claim === 1 || claim === 'true' || claim === '1';
}

/** The claims with a namespace, which companies add for their own programs; standard ones are the tenant’s to say. */
export function ownClaims(claims: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(claims).filter(([name]) => name.startsWith('https:')));
}

/** The claims as plain JSON. */
export function claimsIn(value: unknown): JsonObject {
  const copy: unknown = JSON.parse(JSON.stringify(value ?? {}));
  return isJsonObject(copy) ? copy : {};
}

/** The claims of an ID token whose signature was checked before. */
export function claimsOfToken(idToken: string): JsonObject {
  const [, payload = ''] = idToken.split('.');
  return claimsIn(JSON.parse(Buffer.from(payload, 'base64url').toString()));
}

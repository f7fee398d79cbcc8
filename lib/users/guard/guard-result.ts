import type { User, UserIdentity } from '#lib/auth0/user.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';

/** What the API takes and keeps out of the profile. */
const unseenKeys = new Set(['password', 'connection', 'client_id', 'verify_email', 'verify_phone_number']);

/** Database connections keep what people sign in with in lower case. */
const keptInLowerCase = new Set(['email', 'username']);

/** No user has this id yet; it lets hooks and filters that look at one run as for any other. */
const idToCome = 'auth0|new';

/** The user whom a body would create, with what the tenant adds by itself as far as it is known. */
export function resultOfCreate(body: JsonObject): User {
  const { email, connection } = body;
  const names = typeof email === 'string' ? namesFrom(email.toLowerCase()) : {};
  const identity: UserIdentity = {
    connection: String(connection),
    provider: 'auth0',
    user_id: idToCome.replace('auth0|', ''),
    isSocial: false,
  };
  return {
    ...names,
    email_verified: false,
    ...profileOf(body),
    user_id: idToCome,
    identities: [identity],
  };
}

/**
 * The user that a body would leave: the first level of metadata is merged, `null` deletes a key, everything
 * else is replaced, and another e-mail address is not verified.
 * Source: https://auth0.com/docs/manage-users/user-accounts/metadata/manage-metadata-api
 */
export function resultOfUpdate(present: User, body: JsonObject): User {
  const changed = profileOf(body);
  if (changed.email !== undefined && changed.email !== present.email) changed.email_verified ??= false;
  for (const key of ['user_metadata', 'app_metadata']) {
    const laidOver = changed[key];
    if (isJsonObject(laidOver)) changed[key] = merged(present[key], laidOver);
  }
  const result: User = { ...present, ...changed, user_id: present.user_id, identities: present.identities };
  for (const [key, value] of Object.entries(changed)) if (value === null) delete result[key];
  return result;
}

function merged(standing: unknown, laidOver: JsonObject): JsonObject {
  const both: JsonObject = { ...(isJsonObject(standing) ? standing : {}), ...laidOver };
  return Object.fromEntries(Object.entries(both).filter(([, value]) => value !== null));
}

function namesFrom(email: string) {
  return { name: email, nickname: email.split('@')[0] ?? email };
}

function profileOf(body: JsonObject): Record<string, Json | undefined> {
  const seen = Object.entries(body).filter(([key]) => !unseenKeys.has(key));
  return Object.fromEntries(seen.map(([key, value]) => [key, asKept(key, value)]));
}

function asKept(key: string, value: Json | undefined): Json | undefined {
  return keptInLowerCase.has(key) && typeof value === 'string' ? value.toLowerCase() : value;
}

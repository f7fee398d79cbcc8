import type { User } from '#lib/auth0/user.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { isSameJson } from '../form/field-values.ts';
import { mainConnectionOf } from '../form/form-connections.ts';

/** `profile` holds the e-mail address as well: the API takes it together with metadata and root attributes. */
export type UpdatePartName = 'profile' | 'username' | 'password';

export interface UpdatePart {
  name: UpdatePartName;
  body: JsonObject;
}

/** The API must be told the connection when one of these changes. */
const keysOfTheConnection = [
  'email',
  'email_verified',
  'phone_number',
  'phone_verified',
  'username',
  'password',
];

/** These change nothing by themselves. */
const companions = new Set(['connection', 'client_id']);

/** Each asks for something to be done about a change of another key, and means nothing without that change. */
const changesAskedAbout = new Map([
  ['verify_email', 'email'],
  ['verify_phone_number', 'phone_number'],
]);

const metadataKeys = new Set(['user_metadata', 'app_metadata']);

/**
 * What of a body differs from the user as it stands. Metadata is compared key by key on its first level, as
 * the API merges it, and a metadata object with nothing in it is left out: the API would wipe all.
 */
export function changesIn(body: JsonObject, present: User): JsonObject {
  const changes = Object.entries(body).flatMap(([key, value]): [string, Json][] => {
    if (value === undefined) return [];
    const kept = metadataKeys.has(key) && isJsonObject(value) ? metadataChanges(value, present[key]) : value;
    const isEmptied = metadataKeys.has(key) && isJsonObject(kept) && Object.keys(kept).length === 0;
    return isEmptied || isUnchanged(key, kept, present) ? [] : [[key, kept]];
  });
  const changed = new Set(changes.map(([key]) => key));
  // Not assigned one by one: a key `__proto__` would stay out of sight and change what the others mean.
  return Object.fromEntries(changes.filter(([key]) => changed.has(changesAskedAbout.get(key) ?? key)));
}

/** Whether a body holds anything that changes a user. */
export function changesSomething(body: JsonObject): boolean {
  return Object.keys(body).some((key) => !companions.has(key));
}

/**
 * The bodies in which a change is sent, in order. The API refuses these together: the password or the username
 * with the e-mail address or its verification, and the username with the password.
 */
export function splitUpdate(body: JsonObject, present: User): UpdatePart[] {
  const { username, password, connection: _connection, client_id: clientId, ...profile } = body;
  const connection = mainConnectionOf(present)?.name;
  const parts: { name: UpdatePartName; changes: JsonObject }[] = [
    { name: 'profile', changes: profile },
    { name: 'username', changes: username === undefined ? {} : { username } },
    { name: 'password', changes: password === undefined ? {} : { password } },
  ];
  return parts
    .filter(({ changes }) => Object.keys(changes).length > 0)
    .map(({ name, changes }) => {
      const isOfConnection = keysOfTheConnection.some((key) => changes[key] !== undefined);
      const companionsOfPart: JsonObject = {
        ...(connection !== undefined && { connection }),
        ...(clientId !== undefined && { client_id: clientId }),
      };
      return { name, body: isOfConnection ? { ...changes, ...companionsOfPart } : changes };
    });
}

function metadataChanges(metadata: JsonObject, present: unknown): JsonObject {
  const standing: JsonObject = isJsonObject(present) ? present : {};
  return Object.fromEntries(
    Object.entries(metadata).filter(([key, value]) => {
      const stands = Object.hasOwn(standing, key) ? standing[key] : undefined;
      return value !== undefined && !isSameJson(value, stands ?? null);
    }),
  );
}

function isUnchanged(key: string, value: Json, present: User): boolean {
  if (key === 'connection') return value === mainConnectionOf(present)?.name;
  const stands = present[key];
  // Database connections keep these in lower case, so that another case is no change.
  if ((key === 'email' || key === 'username') && typeof value === 'string' && typeof stands === 'string') {
    return value.toLowerCase() === stands.toLowerCase();
  }
  return isSameJson(value, stands ?? null);
}

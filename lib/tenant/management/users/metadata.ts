import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { ManagementError } from '../endpoint.ts';

/** @see https://auth0.com/docs/manage-users/user-accounts/metadata/metadata-fields-data */
const reservedInAppMetadata = new Set([
  ...['__tenant', '_id', 'blocked', 'clientID', 'created_at', 'email', 'email_verified', 'globalClientID'],
  ...['global_client_id', 'identities', 'lastIP', 'lastLogin', 'loginsCount', 'metadata', 'multifactor'],
  ...['multifactor_last_modified', 'updated_at', 'user_id'],
]);

/** Throws 400 `invalid_body` for names that metadata cannot have. */
export function checkMetadata(body: { user_metadata?: JsonObject; app_metadata?: JsonObject }): void {
  for (const name of ['user_metadata', 'app_metadata'] as const) {
    const bad = keyWithDotOrDollar(body[name]);
    if (bad !== undefined) refuse(`Metadata keys cannot contain . or $: ${bad}`, name);
  }
  const reserved = Object.keys(body.app_metadata ?? {}).filter((key) => reservedInAppMetadata.has(key));
  if (reserved.length > 0) refuse(`Reserved names not allowed: ${reserved.join(',')}`, 'app_metadata');
}

/** Auth0's merge: on the first level only, `null` deletes a key, and `{}` deletes them all. */
export function mergeMetadata(present: JsonObject | undefined, changes: JsonObject): JsonObject {
  if (Object.keys(changes).length === 0) return {};
  return Object.fromEntries(Object.entries({ ...present, ...changes }).filter(([, value]) => value !== null));
}

function keyWithDotOrDollar(value: Json | undefined): string | undefined {
  if (Array.isArray(value)) return value.map(keyWithDotOrDollar).find((key) => key !== undefined);
  if (!isJsonObject(value)) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const bad = /[.$]/.test(key) ? key : keyWithDotOrDollar(member);
    if (bad !== undefined) return bad;
  }
  return undefined;
}

function refuse(reason: string, property: string): never {
  throw new ManagementError(
    400,
    `Payload validation error: '${reason}' on property ${property}.`,
    'invalid_body',
  );
}

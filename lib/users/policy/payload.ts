import type { User } from '#lib/auth0/user.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { builtInProperties, type FieldDescription } from '../form/field-defaults.ts';
import { valueAt, withoutValueAt, withValueAt } from '../form/field-values.ts';
import { mainConnectionOf } from '../form/form-connections.ts';
import type { FormValue, FormValues } from '../form/user-form.ts';
import type { Settings } from './settings.ts';

/** What is in no payload under its own name, or comes from somewhere else than the form's value. */
const neverCopied: ReadonlySet<string> = new Set(['repeatPassword', 'password', 'connection', 'memberships']);

/** `payload` of a create: what was filled in. `memberships` is always there. */
export function createPayload(
  fields: readonly FieldDescription[],
  values: FormValues,
  settings: Settings,
): JsonObject {
  const known = new Set(fields.map((description) => description.property));
  const filled = Object.entries(values).filter(([key, value]) => isFilled(value) && !neverCopied.has(key));
  const declared = filled
    .filter(([key]) => known.has(key))
    .reduce<JsonObject>((payload, [key, value]) => withValueAt(payload, key, value), {});
  return {
    ...declared,
    ...(isFilled(values.password) && { password: values.password }),
    ...(isFilled(values.connection) && { connection: values.connection }),
    memberships: membershipsInHooks(values.memberships, settings),
  };
}

/** `defaultPayload` of a create: what a tenant without a write hook sends, before the declared fields. */
export function defaultPayloadOf(payload: JsonObject): JsonObject {
  const { email, username, password, connection, memberships } = payload;
  const isPicked = Array.isArray(memberships) && memberships.length > 0;
  return {
    ...(email !== undefined && { email }),
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(connection !== undefined && { connection }),
    app_metadata: isPicked ? { memberships } : {},
  };
}

/**
 * `payload` of an update: every field of the form as it stands now with the changes laid over it, metadata as
 * whole values of the first level, because the API merges no deeper. A value that was emptied is `null`.
 * The password is there only when it is to be changed; `memberships` and `connection` always.
 */
export function updatePayload(
  fields: readonly FieldDescription[],
  present: User,
  changes: FormValues,
  memberships: readonly string[],
  settings: Settings,
): JsonObject {
  const connection = mainConnectionOf(present)?.name;
  const standing = fields
    .filter(({ property }) => !neverCopied.has(property))
    .reduce<JsonObject>((payload, { property }) => {
      const top = firstLevelOf(property);
      const value = valueAt(present, top);
      return value === undefined ? payload : withValueAt(payload, top, value);
    }, {});
  const changed = Object.entries(changes)
    .filter(([key]) => !neverCopied.has(key))
    .reduce<JsonObject>((payload, [key, value]) => withChangeAt(payload, key, value), standing);
  return {
    ...changed,
    ...(isFilled(changes.password) && { password: changes.password }),
    ...(connection !== undefined && { connection }),
    memberships: membershipsInHooks([...memberships], settings),
  };
}

/** The changed keys alone, as they are sent where no write hook says otherwise. */
export function changedKeysOf(
  payload: JsonObject,
  present: User,
  changes: FormValues,
  settings: Settings,
): JsonObject {
  const { memberships, ...others } = changes;
  const body = Object.keys(others)
    .filter((key) => key !== 'repeatPassword')
    .map((key) => (builtInProperties.has(key) ? key : firstLevelOf(key)))
    .reduce<JsonObject>((sent, key) => withValueAt(sent, key, valueAt(payload, key) ?? null), {});
  if (!Array.isArray(memberships)) return body;
  const property = settings.membershipProperty ?? 'app_metadata.memberships';
  const isSingle = typeof valueAt(present, property) === 'string' && memberships.length <= 1;
  const top = firstLevelOf(property);
  const inPlace = withValueAt({ ...present }, property, isSingle ? (memberships[0] ?? null) : memberships);
  return withValueAt(body, top, valueAt(inPlace, top) ?? null);
}

/** `user_metadata.address` of `user_metadata.address.city`; a root property is its own. */
export function firstLevelOf(property: string): string {
  const [root = '', key] = property.split('.');
  const isMetadata = root === 'user_metadata' || root === 'app_metadata';
  return isMetadata && key !== undefined ? `${root}.${key}` : root;
}

/** An emptied value becomes `null` on the first level, where that deletes it, and vanishes further down. */
function withChangeAt(payload: JsonObject, property: string, value: FormValue): JsonObject {
  if (value !== null) return withValueAt(payload, property, value);
  const top = firstLevelOf(property);
  if (property === top) return withValueAt(payload, property, null);
  const without = withoutValueAt(payload, property);
  const rest = valueAt(without, top);
  const isLeftEmpty = isJsonObject(rest) && Object.keys(rest).length === 0;
  return isLeftEmpty ? withValueAt(without, top, null) : without;
}

export function membershipsInHooks(memberships: FormValue | undefined, settings: Settings): Json {
  const names = Array.isArray(memberships) ? memberships : [];
  return settings.memberships === 'options' ? names.map((name) => ({ value: name, label: name })) : names;
}

function isFilled(value: FormValue | undefined): value is Exclude<FormValue, null> {
  return value !== undefined && value !== null && value !== '';
}

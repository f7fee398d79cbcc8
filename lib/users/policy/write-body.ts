import { notePayload } from '#lib/audit/note.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import type { FieldDescription } from '../form/field-defaults.ts';
import { isSameJson } from '../form/field-values.ts';
import type { OpenedForm } from '../form/form-open.ts';
import type { FormValues } from '../form/user-form.ts';
import type { Manager } from '../manager.ts';
import { hookContext } from './hook-context.ts';
import { presentMemberships } from './memberships.ts';
import { changedKeysOf, createPayload, defaultPayloadOf, updatePayload } from './payload.ts';
import type { Policy } from './policy.ts';
import { runPolicyHook } from './run-policy-hook.ts';

/**
 * What the write hook answers for a create; without a write hook `defaultPayload` and the declared fields.
 * @throws AppError 'refused-by-hook', 'hook-failed'
 */
export async function bodyOfCreate(
  manager: Manager,
  policy: Policy,
  fields: readonly FieldDescription[],
  values: FormValues,
): Promise<Json | undefined> {
  const { write } = policy.hooks;
  if (!write) {
    // Objects in place of names are for a hook to take apart; without one they would be stored.
    const plain = createPayload(fields, values, { ...policy.settings, memberships: 'names' });
    notePayload(plain);
    return withDeclaredFields(defaultPayloadOf(plain), plain);
  }
  return askForCreate(manager, policy, createPayload(fields, values, policy.settings));
}

/**
 * What the write hook answers for somebody who is made again as they were, as for a create; nothing without one.
 * @throws AppError 'refused-by-hook', 'hook-failed'
 */
export async function bodyOfRestoring(
  manager: Manager,
  policy: Policy,
  payload: JsonObject,
): Promise<Json | undefined> {
  if (policy.hooks.write) return askForCreate(manager, policy, payload);
  notePayload(payload);
  return {};
}

async function askForCreate(
  manager: Manager,
  policy: Policy,
  payload: JsonObject,
): Promise<Json | undefined> {
  const { write } = policy.hooks;
  if (!write) return undefined;
  notePayload(payload);
  const defaultPayload = defaultPayloadOf(payload);
  const members: JsonObject = { method: 'create', payload, defaultPayload, ...userFieldsOf(policy) };
  return runPolicyHook(write, hookContext(manager, members));
}

/**
 * What the write hook answers for an update; without a write hook, or when it answers nothing, the changed
 * keys.
 * @throws AppError 'refused-by-hook', 'hook-failed'
 */
export async function bodyOfUpdate(
  manager: Manager,
  policy: Policy,
  { fields, present }: OpenedForm,
  changes: FormValues,
): Promise<Json> {
  const memberships = Array.isArray(changes.memberships)
    ? changes.memberships
    : await presentMemberships(manager, policy, present);
  const payload = updatePayload(fields, present, changes, memberships, policy.settings);
  notePayload(payload);
  const changedKeys = changedKeysOf(payload, present, changes, policy.settings);
  const { write } = policy.hooks;
  if (!write) return changedKeys;
  const originalUser: JsonObject = { ...present };
  const members: JsonObject = {
    method: 'update',
    payload,
    request: { originalUser },
    ...userFieldsOf(policy),
  };
  const answer = await runPolicyHook(write, hookContext(manager, members));
  if (answer === undefined || answer === null) return changedKeys;
  return changes.memberships === undefined ? withoutPassedOn(answer, payload) : answer;
}

/**
 * The answer without the memberships that stand in the payload on every update, where they are the present ones:
 * nothing of them is to be sent, and a hook that passes its payload on stays one that works. Changed ones are left
 * for the guard to name, so that no change is dropped in silence.
 */
function withoutPassedOn(answer: Json, payload: JsonObject): Json {
  if (!isJsonObject(answer) || answer.memberships === undefined) return answer;
  const { memberships, ...others } = answer;
  return isSameJson(memberships, payload.memberships) ? others : answer;
}

function userFieldsOf(policy: Policy): JsonObject {
  const { userFieldsAsWritten: userFields } = policy.settings;
  return userFields === undefined ? {} : { userFields };
}

function withDeclaredFields(defaultPayload: JsonObject, payload: JsonObject): JsonObject {
  const { memberships: _memberships, app_metadata: declared, ...others } = payload;
  const standing = isJsonObject(defaultPayload.app_metadata) ? defaultPayload.app_metadata : {};
  return {
    ...others,
    ...defaultPayload,
    app_metadata: { ...(isJsonObject(declared) ? declared : {}), ...standing },
  };
}

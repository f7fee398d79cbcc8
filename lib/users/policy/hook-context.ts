import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import type { Manager } from '../manager.ts';

/** Claims that are a token or a part of one; no hook is given these. */
const tokenClaims = [
  'token',
  'access_token',
  'id_token',
  'refresh_token',
  'at_hash',
  'c_hash',
  'nonce',
  'sid',
];

/** What only the profile may say; a claim of this name would pass for it where the profile is silent. */
const profileMembers = [
  'user_id',
  'email',
  'email_verified',
  'username',
  'identities',
  'app_metadata',
  'user_metadata',
  'blocked',
  'scope',
];

const hiddenClaims = new Set([...tokenClaims, ...profileMembers]);

/**
 * `ctx` for one hook: the manager at `request.user` beside the hook's own members. Further members of
 * `request` (`originalUser`) go into `members.request`; they cannot replace the manager.
 */
export function hookContext(manager: Manager, members: JsonObject): JsonObject {
  const request = isJsonObject(members.request) ? members.request : {};
  return { ...members, request: { ...request, user: managerInHooks(manager) } };
}

/**
 * The whole profile as read for this request, the sign-in's claims where the profile has no such member, and
 * the permissions as `scope`. `app_metadata` is absent when the profile has none.
 */
function managerInHooks(manager: Manager): JsonObject {
  const claims = Object.fromEntries(
    Object.entries(manager.claims).filter(([name]) => !hiddenClaims.has(name)),
  );
  const { app_metadata: appMetadata, ...profile } = manager.user;
  const scope: Json[] = [...manager.scope];
  return { ...claims, ...profile, ...(isJsonObject(appMetadata) && { app_metadata: appMetadata }), scope };
}

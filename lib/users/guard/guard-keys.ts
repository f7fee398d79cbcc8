import type { Action } from '#lib/auth0/proofs.ts';
import { type Words, words } from '#lib/words.ts';
import type { Settings } from '../policy/settings.ts';

/**
 * The keys that the API takes at the root of a body.
 * Source: https://auth0.com/docs/api/management/v2/users/post-users and …/patch-users-by-id
 */
const keysOfBoth = [
  'app_metadata',
  'blocked',
  'connection',
  'email',
  'email_verified',
  'family_name',
  'given_name',
  'name',
  'nickname',
  'password',
  'phone_number',
  'phone_verified',
  'picture',
  'user_metadata',
  'username',
  'verify_email',
];

const keysByMethod = {
  create: new Set(keysOfBoth),
  update: new Set([...keysOfBoth, 'client_id', 'verify_phone_number']),
};

/** What nobody sets from here unless the settings hook declares a field of that name. */
const keysToDeclare = new Set(['blocked', 'email_verified', 'phone_verified']);

const metadataKeys = new Set(['app_metadata', 'user_metadata']);

export type WriteMethod = keyof typeof keysByMethod;

/** Why a key may not stand at the root of a body, or `undefined`. `value` decides where the key alone does not. */
export function reasonAgainstKey(
  key: string,
  value: unknown,
  method: WriteMethod,
  settings: Settings,
): Words | undefined {
  if (key === 'user_id') return words('a user’s id is given by the tenant alone');
  if (!keysByMethod[method].has(key)) {
    return words('the Management API knows no such key at the root of a user');
  }
  if (keysToDeclare.has(key) && !isDeclared(key, method, settings)) {
    return words('the settings hook declares no field of that property');
  }
  if (metadataKeys.has(key) && (typeof value !== 'object' || value === null || Array.isArray(value))) {
    return words('it must be an object');
  }
  return undefined;
}

/** An entry that takes the property away declares nothing. */
function isDeclared(key: string, method: WriteMethod, settings: Settings): boolean {
  const form = method === 'create' ? 'create' : 'edit';
  return settings.userFields.some((field) => field.property === key && field[form] !== false);
}

/**
 * The action that setting a key at the root of a user takes. A phone number is an identifier to sign in with,
 * as an e-mail address is.
 */
export function actionForKey(key: string, value: unknown): Action {
  switch (key) {
    case 'email':
    case 'email_verified':
    case 'phone_number':
    case 'phone_verified':
      return 'change:email';
    case 'username':
      return 'change:username';
    case 'password':
      return 'change:password';
    case 'blocked':
      return value === true ? 'block:user' : 'unblock:user';
    default:
      return 'change:profile';
  }
}

import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import passwordSheriff, { type PasswordRules } from 'password-sheriff';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { commonPasswords } from './common-passwords.ts';
import type { TenantUser } from './tenant-user.ts';

/** 16 MiB for each hash that is being made: 128 * cost * blockSize. */
const cost = 2 ** 14;
const blockSize = 8;
const parallelization = 1;
const hashBytes = 32;

/** What bcrypt, with which Auth0 hashes, can tell apart. */
const passwordBytesMax = 72;

/** `scrypt$<cost>$<block size>$<parallelization>$<salt>$<hash>`, salt and hash in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, hashBytes, { cost, blockSize, parallelization });
  return [
    'scrypt',
    cost,
    blockSize,
    parallelization,
    salt.toString('base64url'),
    hash.toString('base64url'),
  ].join('$');
}

/** Takes the same time for every password; false for a hash that is not of `hashPassword`. */
export async function verifyPassword(password: string, passwordHash: string): Promise<boolean> {
  const [, costText, blockSizeText, parallelizationText, salt, hash] =
    /^scrypt\$(\d{1,7})\$(\d{1,2})\$(\d{1,2})\$([\w-]{8,})\$([\w-]{16,})$/.exec(passwordHash) ?? [];
  if (salt === undefined || hash === undefined) return false;
  const expected = Buffer.from(hash, 'base64url');
  const actual = await derive(password, Buffer.from(salt, 'base64url'), expected.length, {
    cost: Number(costText),
    blockSize: Number(blockSizeText),
    parallelization: Number(parallelizationText),
  });
  return timingSafeEqual(actual, expected);
}

function derive(password: string, salt: Buffer, length: number, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, length, { ...options, maxmem: 2 ** 28 }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

/** Why a connection does not take a password, in Auth0's words. */
export type PasswordRefusal =
  | 'PasswordStrengthError: Password is too weak'
  | 'PasswordTooLongError: Password is longer than 72 bytes'
  | 'PasswordNoUserInfoError: Password contains user information'
  | 'PasswordDictionaryError: Password is too common'
  | 'PasswordHistoryError: Password has previously been used';

/** What the check reads of a database connection; members of other shapes count as absent. */
export interface PasswordConnection {
  options?: JsonObject;
}

/**
 * Whether a connection takes a password for a user, so far as that does not need earlier passwords.
 * `password_options.complexity` goes before `passwordPolicy` and `password_complexity_options`.
 * @returns `undefined` when it does
 * @see https://auth0.com/docs/authenticate/database-connections/password-strength
 */
export function checkPasswordPolicy(
  connection: PasswordConnection,
  password: string,
  user: Partial<TenantUser>,
): PasswordRefusal | undefined {
  const options = connection.options ?? {};
  const newOptions = memberOf(options, 'password_options');
  if (Buffer.byteLength(password) > passwordBytesMax)
    return 'PasswordTooLongError: Password is longer than 72 bytes';
  if (!new passwordSheriff.PasswordPolicy(rulesOf(options)).check(password)) {
    return 'PasswordStrengthError: Password is too weak';
  }
  const personal = memberOf(options, 'password_no_personal_info').enable === true;
  if ((personal || memberOf(newOptions, 'profile_data').active === true) && holdsUserInfo(password, user)) {
    return 'PasswordNoUserInfoError: Password contains user information';
  }
  const dictionary = memberOf(options, 'password_dictionary');
  const newDictionary = memberOf(newOptions, 'dictionary');
  const words = [
    ...(dictionary.enable === true ? [...commonPasswords, ...textsIn(dictionary.dictionary)] : []),
    ...(newDictionary.active === true ? [...commonPasswords, ...textsIn(newDictionary.custom)] : []),
  ];
  const folded = password.toLowerCase();
  if (words.some((word) => word.toLowerCase() === folded))
    return 'PasswordDictionaryError: Password is too common';
  return undefined;
}

/** How many earlier passwords a connection refuses; 0 where it keeps none. */
export function passwordHistorySize({ options = {} }: PasswordConnection): number {
  const history = memberOf(options, 'password_history');
  const newHistory = memberOf(memberOf(options, 'password_options'), 'history');
  const size = history.enable === true ? history.size : newHistory.active === true ? newHistory.size : 0;
  return typeof size === 'number' ? size : 5;
}

const { lowerCase, upperCase, numbers, specialCharacters } = passwordSheriff.charsets;
const characterSets = {
  lowercase: lowerCase,
  uppercase: upperCase,
  number: numbers,
  special: specialCharacters,
};
const threeOfFour = { atLeast: 3, expressions: Object.values(characterSets) };

const policies: Record<string, { minLength: number; rules: PasswordRules }> = {
  none: { minLength: 1, rules: {} },
  low: { minLength: 6, rules: {} },
  fair: { minLength: 8, rules: { contains: { expressions: [lowerCase, upperCase, numbers] } } },
  good: { minLength: 8, rules: { containsAtLeast: threeOfFour } },
  excellent: { minLength: 10, rules: { containsAtLeast: threeOfFour, identicalChars: { max: 2 } } },
};

function rulesOf(options: JsonObject): PasswordRules {
  const complexity = memberOf(memberOf(options, 'password_options'), 'complexity');
  if (Object.keys(complexity).length > 0) return rulesOfComplexity(complexity);
  const name = options.passwordPolicy;
  const { minLength, rules } = (typeof name === 'string' && policies[name]) || { minLength: 1, rules: {} };
  const wanted = memberOf(options, 'password_complexity_options').min_length;
  return { length: { minLength: typeof wanted === 'number' ? wanted : minLength }, ...rules };
}

function rulesOfComplexity(complexity: JsonObject): PasswordRules {
  const wanted = textsIn(complexity.character_types);
  const expressions = Object.entries(characterSets).flatMap(([name, set]) =>
    wanted.includes(name) ? [set] : [],
  );
  const atLeast =
    complexity.character_type_rule === 'three_of_four' ? Math.min(3, expressions.length) : expressions.length;
  return {
    length: { minLength: typeof complexity.min_length === 'number' ? complexity.min_length : 1 },
    ...(expressions.length > 0 ? { containsAtLeast: { atLeast, expressions } } : {}),
    ...(complexity.identical_characters === 'block' ? { identicalChars: { max: 2 } } : {}),
    ...(complexity.sequential_characters === 'block' ? { sequentialChars: { max: 2 } } : {}),
  };
}

/** Names, and the parts of the e-mail address, of three characters or more. */
function holdsUserInfo(password: string, user: Partial<TenantUser>): boolean {
  const folded = password.toLowerCase();
  const { name, given_name, family_name, nickname, username, email } = user;
  return [name, given_name, family_name, nickname, username, email]
    .flatMap((value) => (value ? [value, ...value.split(/[@\s.]+/)] : []))
    .some((part) => part.length >= 3 && folded.includes(part.toLowerCase()));
}

function memberOf(holder: JsonObject, name: string): JsonObject {
  const value = holder[name];
  return isJsonObject(value) ? value : {};
}

function textsIn(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((element) => typeof element === 'string') : [];
}

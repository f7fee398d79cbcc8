import { inARow, say, type Words, words } from '#lib/words.ts';
import { type CharacterType, characterTypes, type PasswordRule } from './password-policy.ts';

/** bcrypt, with which the tenant hashes passwords, reads no further than this. */
const passwordBytesMax = 72;

const labels: Record<CharacterType, Words> = {
  lowercase: words('a lower-case letter'),
  uppercase: words('an upper-case letter'),
  number: words('a number'),
  special: words('a special character'),
};

/**
 * The rules of a database connection, read from its `options`: `password_options` where it has them, else
 * `passwordPolicy` (none, low, fair, good, excellent) with `password_complexity_options`,
 * `password_no_personal_info` and `password_dictionary`. What only the tenant can know (earlier passwords,
 * its own dictionary) is not among them.
 * Source: https://auth0.com/docs/authenticate/database-connections/password-strength
 */
export function passwordRulesOf(options: unknown): PasswordRule[] {
  const read = members(options);
  const complexity = members(members(read.password_options).complexity);
  const rules = Object.keys(complexity).length > 0 ? complexityRules(complexity) : policyRules(read);
  return [
    ...rules,
    {
      id: 'max-bytes',
      label: say('At most {bytes} bytes', { bytes: passwordBytesMax }),
      test: 'max-bytes',
      bytes: passwordBytesMax,
    },
    ...personalInfoRule(read),
    ...dictionaryRule(read),
  ];
}

function minLengthRule(characters: number): PasswordRule {
  const label = characters === 1 ? say('Not empty') : say('At least {characters} characters', { characters });
  return { id: 'min-length', label, test: 'min-length', characters };
}

function typesRule(types: CharacterType[], atLeast: number): PasswordRule[] {
  if (types.length === 0) return [];
  if (atLeast >= types.length) {
    return types.map((type) => ({
      id: type,
      label: say('Contains {type}', { type: labels[type] }),
      test: 'character-types',
      types: [type],
      atLeast: 1,
    }));
  }
  const wanted = inARow(
    types.map((type) => labels[type]),
    ', ',
  );
  const label = say('At least {atLeast} of: {wanted}', { atLeast, wanted });
  return [{ id: 'character-types', label, test: 'character-types', types, atLeast }];
}

function identicalRule(atMost: number): PasswordRule {
  return {
    id: 'identical-in-row',
    label: say('No more than {atMost} identical characters in a row', { atMost }),
    test: 'identical-in-row',
    atMost,
  };
}

function policyRules(options: Record<string, unknown>): PasswordRule[] {
  const set = members(options.password_complexity_options).min_length;
  const minLength = (byPolicy: number) => minLengthRule(typeof set === 'number' ? set : byPolicy);
  switch (options.passwordPolicy) {
    case 'low':
      return [minLength(6)];
    case 'fair':
      return [minLength(8), ...typesRule(['lowercase', 'uppercase', 'number'], 3)];
    case 'good':
      return [minLength(8), ...typesRule([...characterTypes], 3)];
    case 'excellent':
      return [minLength(10), ...typesRule([...characterTypes], 3), identicalRule(2)];
    default:
      return [minLength(1)];
  }
}

/** The newer options say each rule apart; two in a row are the most where repetition or sequence is blocked. */
function complexityRules(complexity: Record<string, unknown>): PasswordRule[] {
  const wanted = Array.isArray(complexity.character_types) ? complexity.character_types : [];
  const types = characterTypes.filter((type) => wanted.includes(type));
  const atLeast = complexity.character_type_rule === 'three_of_four' ? 3 : types.length;
  return [
    minLengthRule(typeof complexity.min_length === 'number' ? complexity.min_length : 1),
    ...typesRule(types, atLeast),
    ...(complexity.identical_characters === 'block' ? [identicalRule(2)] : []),
    ...(complexity.sequential_characters === 'block' ? [sequenceRule(2)] : []),
  ];
}

function sequenceRule(atMost: number): PasswordRule {
  return {
    id: 'sequence',
    label: say('No more than {atMost} letters or numbers in sequence, such as abc or 321', { atMost }),
    test: 'sequence',
    atMost,
  };
}

function personalInfoRule(options: Record<string, unknown>): PasswordRule[] {
  const isForbidden =
    members(options.password_no_personal_info).enable === true ||
    members(members(options.password_options).profile_data).active === true;
  if (!isForbidden) return [];
  return [
    { id: 'no-personal-info', label: say('No part of the name or e-mail address'), test: 'no-personal-info' },
  ];
}

function dictionaryRule(options: Record<string, unknown>): PasswordRule[] {
  const older = members(options.password_dictionary);
  const newer = members(members(options.password_options).dictionary);
  const listed = newer.active === true ? newer.custom : older.enable === true ? older.dictionary : [];
  const words = Array.isArray(listed) ? listed.filter((word) => typeof word === 'string') : [];
  if (words.length === 0) return [];
  const lowerCased = words.map((word) => word.toLowerCase());
  return [
    {
      id: 'not-listed',
      label: say('Not a common or forbidden password'),
      test: 'not-listed',
      words: lowerCased,
    },
  ];
}

function members(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

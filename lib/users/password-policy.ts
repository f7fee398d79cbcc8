const characterTypes = ['lowercase', 'uppercase', 'number', 'special'] as const;

export type CharacterType = (typeof characterTypes)[number];

/** One line of the checklist, as data. `id` is unique within one policy. */
export type PasswordRule = { id: string; label: string } & (
  | { test: 'min-length'; characters: number }
  | { test: 'max-bytes'; bytes: number }
  | { test: 'character-types'; types: CharacterType[]; atLeast: number }
  | { test: 'identical-in-row'; atMost: number }
  | { test: 'sequence'; atMost: number }
  | { test: 'no-personal-info' }
  | { test: 'not-listed'; words: string[] }
);

/** What a password may not hold when the policy forbids personal data: names, addresses, as far as known. */
export type PasswordContext = readonly (string | null | undefined)[];

export interface RuleResult {
  ruleId: string;
  ok: boolean;
}

/** bcrypt, with which the tenant hashes passwords, reads no further than this. */
const passwordBytesMax = 72;

/**
 * OWASP's list of special characters, which Auth0's policies count.
 * Source: https://owasp.org/www-community/password-special-characters
 */
const specialCharacters = new Set(' !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~');

const labels: Record<CharacterType, string> = {
  lowercase: 'a lower-case letter',
  uppercase: 'an upper-case letter',
  number: 'a number',
  special: 'a special character',
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
      label: `At most ${passwordBytesMax} bytes`,
      test: 'max-bytes',
      bytes: passwordBytesMax,
    },
    ...personalInfoRule(read),
    ...dictionaryRule(read),
  ];
}

/** Which rules a password meets, in the order of the rules. Pure; the same in the browser and on the server. */
export function checkPassword(
  rules: readonly PasswordRule[],
  password: string,
  context: PasswordContext = [],
): RuleResult[] {
  return rules.map((rule) => ({ ruleId: rule.id, ok: meets(rule, password, context) }));
}

function meets(rule: PasswordRule, password: string, context: PasswordContext): boolean {
  switch (rule.test) {
    case 'min-length':
      return password.length >= rule.characters;
    case 'max-bytes':
      return new TextEncoder().encode(password).length <= rule.bytes;
    case 'character-types':
      return rule.types.filter((type) => [...password].some((c) => isOfType(c, type))).length >= rule.atLeast;
    case 'identical-in-row':
      return longestRun(password, (step) => step === 0) <= rule.atMost;
    case 'sequence':
      return longestSequence(password) <= rule.atMost;
    case 'no-personal-info':
      return !personalParts(context).some((part) => password.toLowerCase().includes(part));
    case 'not-listed':
      return !rule.words.includes(password.toLowerCase());
  }
}

function isOfType(character: string, type: CharacterType): boolean {
  if (type === 'lowercase') return character >= 'a' && character <= 'z';
  if (type === 'uppercase') return character >= 'A' && character <= 'Z';
  if (type === 'number') return character >= '0' && character <= '9';
  return specialCharacters.has(character);
}

function longestRun(password: string, belongs: (step: number) => boolean): number {
  let longest = password.length > 0 ? 1 : 0;
  let current = longest;
  for (let at = 1; at < password.length; at++) {
    current = belongs(password.charCodeAt(at) - password.charCodeAt(at - 1)) ? current + 1 : 1;
    longest = Math.max(longest, current);
  }
  return longest;
}

/** The longest stretch such as `abcd` or `4321`; other characters end a stretch. */
function longestSequence(password: string): number {
  const stretches = password.split(/[^a-zA-Z0-9]+/);
  return Math.max(
    0,
    ...stretches.flatMap((stretch) => [
      longestRun(stretch, (step) => step === 1),
      longestRun(stretch, (step) => step === -1),
    ]),
  );
}

/** The values themselves and the parts of e-mail addresses, without what is too short to mean anything. */
function personalParts(context: PasswordContext): string[] {
  return context
    .flatMap((value) => (value ? [value, ...value.split(/[@\s.]+/)] : []))
    .map((part) => part.toLowerCase())
    .filter((part) => part.length >= 3);
}

function minLengthRule(characters: number): PasswordRule {
  const label = characters === 1 ? 'Not empty' : `At least ${characters} characters`;
  return { id: 'min-length', label, test: 'min-length', characters };
}

function typesRule(types: CharacterType[], atLeast: number): PasswordRule[] {
  if (types.length === 0) return [];
  if (atLeast >= types.length) {
    return types.map((type) => ({
      id: type,
      label: `Contains ${labels[type]}`,
      test: 'character-types',
      types: [type],
      atLeast: 1,
    }));
  }
  const label = `At least ${atLeast} of: ${types.map((type) => labels[type]).join(', ')}`;
  return [{ id: 'character-types', label, test: 'character-types', types, atLeast }];
}

function identicalRule(atMost: number): PasswordRule {
  return {
    id: 'identical-in-row',
    label: `No more than ${atMost} identical characters in a row`,
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
    label: `No more than ${atMost} letters or numbers in sequence, such as abc or 321`,
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
    { id: 'no-personal-info', label: 'No part of the name or e-mail address', test: 'no-personal-info' },
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
    { id: 'not-listed', label: 'Not a common or forbidden password', test: 'not-listed', words: lowerCased },
  ];
}

function members(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

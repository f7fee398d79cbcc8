/** What a policy can ask a password to hold. */
export const characterTypes = ['lowercase', 'uppercase', 'number', 'special'] as const;

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

/**
 * OWASP's list of special characters, which Auth0's policies count.
 * Source: https://owasp.org/www-community/password-special-characters
 */
const specialCharacters = new Set(' !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~');

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

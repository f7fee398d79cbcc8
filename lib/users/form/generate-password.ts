import { checkPassword, type PasswordContext, type PasswordRule } from './password-policy.ts';

/** Without characters that are mistaken for each other when read out or written down. */
const alphabets = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789'];
const everyCharacter = alphabets.join('');
const groupLength = 4;
const groupsMin = 4;
const attemptsMax = 200;

/**
 * A password at random that meets every rule, in groups of four with hyphens between them: at least 16
 * characters out of 56, so some 90 bits. `undefined` where no such password was found, for example because
 * the policy asks for more characters than it allows bytes.
 */
export function generatePassword(
  rules: readonly PasswordRule[],
  context: PasswordContext = [],
): string | undefined {
  const groups = Math.max(groupsMin, Math.ceil((minLength(rules) + 1) / (groupLength + 1)));
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const password = Array.from({ length: groups }, randomGroup).join('-');
    const hasEveryKind = alphabets.every((alphabet) => [...password].some((c) => alphabet.includes(c)));
    if (hasEveryKind && checkPassword(rules, password, context).every((result) => result.ok)) return password;
  }
  return undefined;
}

function minLength(rules: readonly PasswordRule[]): number {
  return Math.max(0, ...rules.map((rule) => (rule.test === 'min-length' ? rule.characters : 0)));
}

function randomGroup(): string {
  return Array.from({ length: groupLength }, () => everyCharacter[randomBelow(everyCharacter.length)]).join(
    '',
  );
}

/** Every number below `limit` is equally likely. */
function randomBelow(limit: number): number {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
  const isFair = value < Math.floor(2 ** 32 / limit) * limit;
  return isFair ? value % limit : randomBelow(limit);
}

import { type Words, words } from '#lib/words.ts';
import { throwProblems } from '../schema.ts';
import type { FieldDescription } from './field-defaults.ts';
import type { DescribedForm } from './form-frame.ts';
import { checkPassword, type PasswordContext } from './password-policy.ts';
import type { ConnectionChoice, FormValue, FormValues } from './user-form.ts';

/** Source: https://auth0.com/docs/authenticate/database-connections/require-username */
const usernameCharacters = /^[a-z0-9_+\-.!#$'^`~@]+$/i;

/**
 * What is wrong with the username and the passwords of a form under the rules of a connection: a sentence per
 * field.
 */
export function signInProblems(
  fields: readonly FieldDescription[],
  values: FormValues,
  connection: ConnectionChoice | undefined,
  personal: PasswordContext,
): Record<string, Words> {
  const problems: Record<string, Words> = {};
  const { username, password, repeatPassword } = values;
  if (typeof username === 'string') {
    const problem = usernameProblem(username, connection);
    if (problem) problems.username = problem;
  }
  if (typeof password === 'string' && password !== '') {
    const failed = failedRules(password, connection, personal);
    if (failed.length > 0) {
      problems.password = words('The password does not meet: {rules}.', { rules: failed.join('; ') });
    }
  }
  const isRepeated = fields.some((description) => description.property === 'repeatPassword');
  if (isRepeated && (password ?? '') !== (repeatPassword ?? '')) {
    problems.repeatPassword = words('The two passwords are not the same.');
  }
  return problems;
}

/** What a password may not hold where the connection forbids personal data. */
export function personalIn(values: FormValues): string[] {
  return ['email', 'username', 'name', 'given_name', 'family_name', 'nickname']
    .map((property) => values[property])
    .filter((value) => typeof value === 'string');
}

/**
 * Refuses a membership that is neither among the choices nor already the user's, unless new names may be
 * made.
 * @throws AppError 'invalid-input' at the field `memberships`
 */
export function requireChoosable({ frame, fields }: DescribedForm, asked: FormValue | undefined): void {
  const { choices, preset, createMemberships } = frame.memberships;
  if (!Array.isArray(asked) || createMemberships) return;
  const foreign = asked.find((name) => !choices.includes(name) && !preset.includes(name));
  if (foreign === undefined) return;
  const label = fields.find(({ property }) => property === 'memberships')?.label ?? words('Memberships');
  throwProblems({
    memberships:
      choices.length === 0
        ? words('{label}: “{name}” is not one of yours to choose.', { label, name: foreign })
        : words('{label}: “{name}” is not one of yours to choose. You can choose {choices}.', {
            label,
            name: foreign,
            choices: choices.join(', '),
          }),
  });
}

function usernameProblem(username: string, connection: ConnectionChoice | undefined): Words | undefined {
  const { minLength, maxLength } = connection?.usernameRule ?? { minLength: 1, maxLength: 128 };
  if (username.length < minLength || username.length > maxLength) {
    return words('The username must have {minLength} to {maxLength} characters.', { minLength, maxLength });
  }
  if (usernameCharacters.test(username)) return undefined;
  return words('The username can hold letters without accents, numbers and {signs}.', {
    signs: "_ + - . ! # $ ' ^ ` ~ @",
  });
}

function failedRules(
  password: string,
  connection: ConnectionChoice | undefined,
  personal: PasswordContext,
): string[] {
  const rules = connection?.passwordPolicy ?? [];
  const results = checkPassword(rules, password, personal);
  return rules.filter((_rule, at) => results[at]?.ok === false).map((rule) => rule.label);
}

import type { FieldDescription } from './field-defaults.ts';
import { checkPassword, type PasswordContext } from './password-policy.ts';
import type { ConnectionChoice, FormValues } from './user-form.ts';

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
): Record<string, string> {
  const problems: Record<string, string> = {};
  const { username, password, repeatPassword } = values;
  if (typeof username === 'string') {
    const problem = usernameProblem(username, connection);
    if (problem) problems.username = problem;
  }
  if (typeof password === 'string' && password !== '') {
    const failed = failedRules(password, connection, personal);
    if (failed.length > 0) problems.password = `The password does not meet: ${failed.join('; ')}.`;
  }
  const isRepeated = fields.some((description) => description.property === 'repeatPassword');
  if (isRepeated && (password ?? '') !== (repeatPassword ?? '')) {
    problems.repeatPassword = 'The two passwords are not the same.';
  }
  return problems;
}

/** What a password may not hold where the connection forbids personal data. */
export function personalIn(values: FormValues): string[] {
  return ['email', 'username', 'name', 'given_name', 'family_name', 'nickname']
    .map((property) => values[property])
    .filter((value) => typeof value === 'string');
}

function usernameProblem(username: string, connection: ConnectionChoice | undefined): string | undefined {
  const { minLength, maxLength } = connection?.usernameRule ?? { minLength: 1, maxLength: 128 };
  if (username.length < minLength || username.length > maxLength) {
    return `The username must have ${minLength} to ${maxLength} characters.`;
  }
  if (usernameCharacters.test(username)) return undefined;
  return "The username can hold letters without accents, numbers and _ + - . ! # $ ' ^ ` ~ @.";
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

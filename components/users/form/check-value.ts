import { parseEmailAddress } from '#lib/users/email-address.ts';
import { checkPassword, type PasswordContext, type PasswordRule } from '#lib/users/password-policy.ts';
import type { FormField } from '#lib/users/user-form.ts';
import { type ControlValue, isSameControl } from './control-values.ts';
import type { ShownField } from './form-layout.ts';

/**
 * The error of one value as far as the field's own data tell, or `undefined`. It saves a way to the server,
 * which judges by itself.
 */
export function checkValue(field: ShownField, value: ControlValue | undefined): string | undefined {
  if (field.disabled) return undefined;
  if (field.standing !== undefined && isSameControl(value, field.standing)) return undefined;
  const isMissing =
    value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0);
  if (isMissing) return field.required ? requiredSentence(field) : undefined;
  if (typeof value !== 'string') return undefined;
  if (field.type === 'email') return emailSentence(value);
  if (field.type === 'number' && !isNumber(value)) return 'Enter a number, such as 12 or 12.5.';
  if (field.type === 'url' && !URL.canParse(value)) return 'Enter an address such as https://example.com.';
  return undefined;
}

/** Passwords are judged by the connection's policy, as the checklist shows it. */
export function checkNewPassword(
  rules: readonly PasswordRule[],
  password: string,
  context: PasswordContext,
): string | undefined {
  if (password === '') return undefined;
  const isMet = checkPassword(rules, password, context).every((result) => result.ok);
  return isMet ? undefined : 'The password does not meet all of the rules below.';
}

export function checkRepeatedPassword(password: string, repeated: string): string | undefined {
  if (repeated === '' && password !== '') return 'Enter the password again.';
  return password === repeated ? undefined : 'The two passwords are not the same.';
}

function requiredSentence(field: FormField): string {
  if (field.type === 'checkbox') return 'This has to be ticked.';
  const isChosen = field.options.length > 0 || field.type === 'select';
  return isChosen ? `Choose ${named(field.label)}.` : `Enter ${named(field.label)}.`;
}

/** 'E-mail address' becomes 'an e-mail address'; a label in capitals, or a tenant's own phrase, stays as it is. */
function named(label: string): string {
  const isOrdinary = /^\p{Lu}[\p{Ll} -]+$/u.test(label);
  if (!isOrdinary) return `“${label}”`;
  const lowered = label.charAt(0).toLowerCase() + label.slice(1);
  if (/s$/.test(lowered) && !/ss$/.test(lowered)) return lowered;
  return `${/^[aeio]/.test(lowered) ? 'an' : 'a'} ${lowered}`;
}

function emailSentence(value: string): string | undefined {
  const parsed = parseEmailAddress(value);
  return parsed.ok ? undefined : parsed.sentence;
}

function isNumber(value: string): boolean {
  return value.trim() !== '' && Number.isFinite(Number(value));
}

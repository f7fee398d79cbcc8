import { parseEmailAddress } from '#lib/users/form/email-address.ts';
import { checkPassword, type PasswordContext, type PasswordRule } from '#lib/users/form/password-policy.ts';
import type { FormField } from '#lib/users/form/user-form.ts';
import type { Translate } from '#messages/catalogue.ts';
import type { EmailAddressProblem } from '#messages/de/sentences/email-address.ts';
import { type ControlValue, isSameControl } from './control-values.ts';
import type { ShownField } from './form-layout.ts';

/**
 * The error of one value as far as the field's own data tell, or `undefined`. It saves a way to the server,
 * which judges by itself.
 */
export function checkValue(
  field: ShownField,
  value: ControlValue | undefined,
  t: Translate<'form'>,
): string | undefined {
  if (field.disabled) return undefined;
  if (field.standing !== undefined && isSameControl(value, field.standing)) return undefined;
  const isMissing =
    value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0);
  if (isMissing) return field.required ? requiredSentence(field, t) : undefined;
  if (typeof value !== 'string') return undefined;
  if (field.type === 'email') return emailSentence(value, t);
  if (field.type === 'number' && !isNumber(value)) return t('enterNumber');
  if (field.type === 'url' && !URL.canParse(value)) return t('enterAddress');
  return undefined;
}

/** Passwords are judged by the connection's policy, as the checklist shows it. */
export function checkNewPassword(
  rules: readonly PasswordRule[],
  password: string,
  context: PasswordContext,
  t: Translate<'form'>,
): string | undefined {
  if (password === '') return undefined;
  const isMet = checkPassword(rules, password, context).every((result) => result.ok);
  return isMet ? undefined : t('passwordRulesNotMet');
}

export function checkRepeatedPassword(
  password: string,
  repeated: string,
  t: Translate<'form'>,
): string | undefined {
  if (repeated === '' && password !== '') return t('enterPasswordAgain');
  return password === repeated ? undefined : t('passwordsDiffer');
}

function requiredSentence(field: FormField, t: Translate<'form'>): string {
  if (field.type === 'checkbox') return t('hasToBeTicked');
  const isChosen = field.options.length > 0 || field.type === 'select';
  return t(isChosen ? 'chooseSomething' : 'enterSomething', { what: named(field.label, t) });
}

/**
 * In English 'E-mail address' becomes 'an e-mail address'; a label in capitals, or a tenant's own phrase, stays as
 * it is.
 */
function named(label: string, t: Translate<'form'>): string {
  const lowered = label.charAt(0).toLowerCase() + label.slice(1);
  return t('named', { kind: kindOf(label), label, lowered });
}

function kindOf(label: string): 'a' | 'an' | 'bare' | 'quoted' {
  const isOrdinary = /^\p{Lu}[\p{Ll} -]+$/u.test(label);
  if (!isOrdinary) return 'quoted';
  if (/s$/.test(label) && !/ss$/.test(label)) return 'bare';
  return /^[aeio]/i.test(label) ? 'an' : 'a';
}

const emailSentences = {
  'An e-mail address has exactly one @.': 'email.oneAt',
  'An e-mail address holds no blanks or invisible characters.': 'email.blanks',
  'An e-mail address holds no quotes, commas or brackets.': 'email.quotes',
  'The part before the @ has at most 64 characters.': 'email.longLocalPart',
  'The part before the @ is not that of an e-mail address.': 'email.localPart',
  'The part after the @ is not a domain such as example.com.': 'email.domain',
  'An e-mail address has at most 254 characters.': 'email.long',
} as const satisfies Record<EmailAddressProblem, string>;

function emailSentence(value: string, t: Translate<'form'>): string | undefined {
  const parsed = parseEmailAddress(value);
  return parsed.ok ? undefined : t(emailSentences[parsed.sentence]);
}

function isNumber(value: string): boolean {
  return value.trim() !== '' && Number.isFinite(Number(value));
}

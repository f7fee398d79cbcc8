import type { PasswordRefusal } from '../../passwords.ts';
import type { ConnectionOptions } from '../connections/connection.ts';

const rules: Record<string, string> = {
  fair: ', with lower-case letters, upper-case letters and digits',
  good: ', with three of these: lower-case letters, upper-case letters, digits, other characters',
  excellent:
    ', with three of these: lower-case letters, upper-case letters, digits, other characters; never the same character three times in a row',
};

const lengthDefaults: Record<string, number> = { low: 6, fair: 8, good: 8, excellent: 10 };

/** What a new password must hold, in one sentence. */
export function describePolicy(options: ConnectionOptions): string {
  const policy = options.passwordPolicy || 'none';
  const length = options.password_complexity_options?.min_length ?? lengthDefaults[policy] ?? 1;
  return `At least ${length} characters and at most 72 bytes${rules[policy] ?? ''}.`;
}

const refusalSentences: Record<PasswordRefusal, string> = {
  'PasswordStrengthError: Password is too weak': 'This password is too weak.',
  'PasswordTooLongError: Password is longer than 72 bytes': 'This password is longer than 72 bytes.',
  'PasswordNoUserInfoError: Password contains user information':
    'This password holds a part of your name or address.',
  'PasswordDictionaryError: Password is too common': 'This password is one of the most common ones.',
  'PasswordHistoryError: Password has previously been used': 'You had this password before.',
};

/** Why the tenant did not take a password, as its owner reads it. */
export function sentenceOf(refusal: string): string {
  return Object.entries(refusalSentences).find(([known]) => known === refusal)?.[1] ?? refusal;
}

import type { PasswordRefusal } from '../../passwords.ts';
import type { ConnectionOptions } from '../connections/connection.ts';

const sentences: Record<string, string> = {
  none: 'at least one character',
  low: 'at least six characters',
  fair: 'lower-case and upper-case letters and digits',
  good: 'three of these: lower-case letters, upper-case letters, digits, other characters',
  excellent:
    'three of these: lower-case letters, upper-case letters, digits, other characters; never the same character three times in a row',
};

/** What a new password must hold, in one sentence. */
export function describePolicy(options: ConnectionOptions): string {
  const length = options.password_complexity_options?.min_length ?? 8;
  const rule = sentences[options.passwordPolicy || 'none'];
  return `At least ${length} characters, at most 72 bytes: ${rule ?? 'anything'}.`;
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

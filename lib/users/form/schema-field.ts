import { type Words, words } from '#lib/words.ts';
import { parseEmailAddress } from './email-address.ts';
import type { FieldDescription } from './field-defaults.ts';
import type { FormValue } from './user-form.ts';

const textLengthMax = 1_000;
const longTextLengthMax = 10_000;
const pickedMax = 100;
/** A password of any length reaches its own rule, which counts bytes. */
const passwordLengthMax = 1_000;

/**
 * What the API takes at most, in characters.
 * Source: https://auth0.com/docs/manage-users/user-accounts/user-profiles/user-profile-structure
 */
const lengthMaxByProperty = new Map([
  ['given_name', 150],
  ['family_name', 150],
  ['name', 150],
  ['nickname', 300],
  ['username', 128],
  ['connection', 128],
]);

/** A value as it is to be saved, or a sentence that names the field and says why it cannot be. */
export type ReadValue = { value: FormValue } | { problem: Words };

/** Reads what was sent for a field, which may be anything: no type is taken for granted. */
export function readField(description: FieldDescription, sent: unknown): ReadValue {
  if (sent === null) return { value: null };
  if (description.property === 'memberships') {
    return severalIn(description, typeof sent === 'string' ? [sent] : sent);
  }
  if (description.multiple) return severalIn(description, sent);
  switch (description.type) {
    case 'checkbox':
      return checkboxIn(description, sent);
    case 'number':
      return numberIn(description, sent);
    case 'password':
      return passwordIn(description, sent);
    default:
      return textIn(description, sent);
  }
}

function checkboxIn({ label }: FieldDescription, sent: unknown): ReadValue {
  if (typeof sent === 'boolean') return { value: sent };
  return { problem: words('{label} is either ticked or not.', { label }) };
}

function passwordIn({ label }: FieldDescription, sent: unknown): ReadValue {
  if (typeof sent !== 'string') return { problem: words('{label} must be text.', { label }) };
  return sent.length > passwordLengthMax ? tooLong(label, passwordLengthMax) : { value: sent };
}

function textIn(description: FieldDescription, sent: unknown): ReadValue {
  const { label, property, type } = description;
  if (typeof sent !== 'string') return { problem: words('{label} must be text.', { label }) };
  const isLong = type === 'textarea';
  const lengthMax = lengthMaxByProperty.get(property) ?? (isLong ? longTextLengthMax : textLengthMax);
  if (sent.length > lengthMax) return tooLong(label, lengthMax);
  const text = sent.trim();
  if (text === '') return { value: null };
  if (!isSavable(isLong ? text.replace(/[\r\n\t]/g, '') : text)) return unsavable(label);
  if (isForeign(text, description)) return notAnOption(label);
  if (type === 'date' && !isDate(text)) {
    return { problem: words('{label} must be a date such as 2026-01-31.', { label }) };
  }
  if (type === 'url' && !isWebAddress(text)) {
    return { problem: words('{label} must be an address that starts with https://.', { label }) };
  }
  return type === 'email' ? addressIn(label, text) : { value: text };
}

function addressIn(label: string, text: string): ReadValue {
  const parsed = parseEmailAddress(text);
  if (parsed.ok) return { value: parsed.address };
  return { problem: words('{label}: {problem}', { label, problem: words(parsed.sentence) }) };
}

function severalIn(description: FieldDescription, sent: unknown): ReadValue {
  const { label, property } = description;
  if (!Array.isArray(sent)) return { problem: words('{label} must be a list.', { label }) };
  const picked: string[] = [];
  for (const name of sent) {
    if (typeof name !== 'string') return { problem: words('{label} must be a list of names.', { label }) };
    const text = name.trim();
    if (text === '') return { problem: words('{label}: a name cannot be blank.', { label }) };
    if (text.length > textLengthMax) {
      return {
        problem: words('{label}: a name has at most {count} characters.', { label, count: textLengthMax }),
      };
    }
    if (!isSavable(text)) return unsavable(label);
    picked.push(text);
  }
  if (picked.length > pickedMax) {
    return { problem: words('{label}: at most {count} can be picked.', { label, count: pickedMax }) };
  }
  if (property !== 'memberships') {
    if (picked.some((value) => isForeign(value, description))) return notAnOption(label);
  } else if (!description.multiple && picked.length > 1) {
    // Which memberships there are depends on the user as well; `requireChoosable` decides.
    return { problem: words('{label}: only one can be picked.', { label }) };
  }
  return { value: [...new Set(picked)] };
}

function numberIn({ label }: FieldDescription, sent: unknown): ReadValue {
  if (typeof sent === 'string' && sent.trim() === '') return { value: null };
  const isReadable = typeof sent === 'number' || (typeof sent === 'string' && sent.length <= 50);
  const number = isReadable ? Number(sent) : Number.NaN;
  return Number.isFinite(number)
    ? { value: number }
    : { problem: words('{label} must be a number.', { label }) };
}

/** Whether a text is none of the options of a field that has options. */
function isForeign(text: string, { options }: FieldDescription): boolean {
  return options.length > 0 && !options.some((option) => option.value === text);
}

function isSavable(text: string): boolean {
  return text.isWellFormed() && !/\p{Cc}/u.test(text);
}

function tooLong(label: string, count: number): ReadValue {
  return { problem: words('{label} is too long: at most {count} characters.', { label, count }) };
}

function unsavable(label: string): ReadValue {
  return { problem: words('{label} holds a character that cannot be saved.', { label }) };
}

function notAnOption(label: string): ReadValue {
  return { problem: words('{label}: pick one of the options.', { label }) };
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

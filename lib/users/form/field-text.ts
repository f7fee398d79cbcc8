import type { Json } from '#lib/json.ts';
import { languageOfRequest, say } from '#lib/words.ts';
import type { FieldInput, UserField } from '../policy/settings-schema.ts';

/**
 * A stored value as people read it: the label of the option that was chosen, a date in words, yes or no;
 * empty for nothing. What a `display` function made of a value is text already and stays as it is.
 */
export function fieldText(field: UserField, value: Json): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((element) => fieldText(field, element)).join(', ');
  if (typeof value === 'boolean') return value ? say('Yes') : say('No');
  if (typeof value === 'object') return JSON.stringify(value);
  const inputs = [field.edit, field.create].filter((input): input is FieldInput => typeof input === 'object');
  const option = inputs
    .flatMap((input) => input.options ?? [])
    .find((candidate) => candidate.value === String(value));
  if (option) return option.label;
  const isDate = inputs.some((input) => input.type === 'date') || times.has(field.property);
  return isDate ? dateInWords(String(value)) : String(value);
}

/** Moments at the root of a profile, in ISO 8601. */
const times = new Set([
  'created_at',
  'updated_at',
  'last_login',
  'last_login_relative',
  'last_password_reset',
]);

const dateFormats = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
  de: new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'UTC' }),
};

function dateInWords(text: string): string {
  const date = /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(text) ? new Date(text) : new Date(Number.NaN);
  return Number.isNaN(date.getTime()) ? text : dateFormats[languageOfRequest()].format(date);
}

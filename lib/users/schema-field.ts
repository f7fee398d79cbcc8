import { z } from 'zod';
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

/** What a field takes, and in which form it is saved. Each refusal is a sentence that names the field. */
export function schemaOfField(description: FieldDescription): z.ZodType<FormValue> {
  if (description.property === 'memberships') {
    return z.preprocess((picked) => (typeof picked === 'string' ? [picked] : picked), severalOf(description));
  }
  if (description.multiple) return severalOf(description);
  switch (description.type) {
    case 'checkbox':
      return z.boolean(`${description.label} is either ticked or not.`).nullable();
    case 'number':
      return numberOf(description);
    case 'password':
      return z
        .string(`${description.label} must be text.`)
        .max(passwordLengthMax, `${description.label} is too long: at most ${passwordLengthMax} characters.`)
        .nullable();
    default:
      return textOf(description);
  }
}

function textOf(description: FieldDescription): z.ZodType<FormValue> {
  const { label, property, type } = description;
  const isLong = type === 'textarea';
  const lengthMax = lengthMaxByProperty.get(property) ?? (isLong ? longTextLengthMax : textLengthMax);
  return z
    .string(`${label} must be text.`)
    .max(lengthMax, `${label} is too long: at most ${lengthMax} characters.`)
    .nullable()
    .transform((text, context) => {
      const trimmed = text?.trim() ?? '';
      if (trimmed === '') return null;
      const problem = problemOfText(trimmed, description, isLong);
      if (problem !== undefined) {
        context.addIssue({ code: 'custom', message: problem });
        return z.NEVER;
      }
      return type === 'email' ? addressOf(trimmed) : trimmed;
    });
}

function problemOfText(text: string, description: FieldDescription, isLong: boolean): string | undefined {
  const { label, options, type } = description;
  const withoutLineBreaks = isLong ? text.replace(/[\r\n\t]/g, '') : text;
  if (!text.isWellFormed() || /\p{Cc}/u.test(withoutLineBreaks)) {
    return `${label} holds a character that cannot be saved.`;
  }
  if (options.length > 0 && !options.some((option) => option.value === text)) return notAnOption(description);
  if (type === 'date' && !isDate(text)) return `${label} must be a date such as 2026-01-31.`;
  if (type === 'url' && !isWebAddress(text)) return `${label} must be an address that starts with https://.`;
  if (type !== 'email') return undefined;
  const parsed = parseEmailAddress(text);
  return parsed.ok ? undefined : `${label}: ${parsed.sentence}`;
}

function addressOf(text: string): string | null {
  const parsed = parseEmailAddress(text);
  return parsed.ok ? parsed.address : null;
}

function severalOf(description: FieldDescription): z.ZodType<FormValue> {
  const { label, options, property } = description;
  return z
    .array(
      z
        .string(`${label} must be a list of names.`)
        .trim()
        .min(1, `${label}: a name cannot be blank.`)
        .max(textLengthMax, `${label}: a name has at most ${textLengthMax} characters.`)
        .refine(
          (text) => text.isWellFormed() && !/\p{Cc}/u.test(text),
          `${label} holds a character that cannot be saved.`,
        ),
      `${label} must be a list.`,
    )
    .max(pickedMax, `${label}: at most ${pickedMax} can be picked.`)
    .refine(
      // Which memberships there are depends on the user as well; `requireChoosable` decides.
      (picked) =>
        property === 'memberships' ||
        options.length === 0 ||
        picked.every((value) => options.some((option) => option.value === value)),
      notAnOption(description),
    )
    .refine(
      (picked) => property !== 'memberships' || description.multiple || picked.length <= 1,
      `${label}: only one can be picked.`,
    )
    .transform((picked) => [...new Set(picked)])
    .nullable();
}

function numberOf({ label }: FieldDescription): z.ZodType<FormValue> {
  return z
    .union([z.number(), z.string().max(50), z.null()], `${label} must be a number.`)
    .transform((value, context) => {
      if (value === null || (typeof value === 'string' && value.trim() === '')) return null;
      const number = Number(value);
      if (Number.isFinite(number)) return number;
      context.addIssue({ code: 'custom', message: `${label} must be a number.` });
      return z.NEVER;
    });
}

function notAnOption({ label }: FieldDescription): string {
  return `${label}: pick one of the options.`;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

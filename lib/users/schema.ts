import { z } from 'zod';
import { AppError } from '#lib/errors.ts';
import { isJsonObject } from '#lib/json.ts';
import { inARow, type Words, words } from '#lib/words.ts';
import type { FieldDescription } from './form/field-defaults.ts';
import { readField } from './form/schema-field.ts';
import type { FormValues } from './form/user-form.ts';

/** Any object; which keys and values it may hold is for the settings hook to say, and checked by the verb. */
const anyValues = z.custom<FormValues>(isJsonObject, 'must be an object');

/** What a form says that it showed; looked into, so only what a form can show. */
const shownValues = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
);

/** The form of what `createUser` takes. */
export const createUserInput = z.strictObject({ values: anyValues });

/** The form of what `updateUser` takes. */
export const updateUserInput = z.strictObject({
  userId: z.string(),
  loaded: shownValues,
  values: anyValues,
});

/** The form of what `checkEditForm` takes; `checkCreateForm` takes that of `createUserInput`. */
export const checkEditFormInput = z.strictObject({ userId: z.string(), values: anyValues });

/** The form of what every action on a user takes that needs to know no more than the user. */
export const userInput = z.strictObject({ userId: z.string() });

/** The form of what `sendPasswordReset` takes. */
export const passwordResetInput = z.strictObject({ userId: z.string(), clientId: z.string().optional() });

/** No form has more fields; a larger object is not looked into. */
const keysMax = 500;

/**
 * The values of a form as they are to be saved: known keys alone, each of its field's type, length and
 * options; blank text is `null`. Keys whose value was not sent stay absent.
 * @throws AppError 'invalid-input' with a sentence per field; for a key that no field has, it names the key
 */
export function parseFormValues(fields: readonly FieldDescription[], values: FormValues): FormValues {
  requireKnownKeys(fields, values);
  const disabled = fields.find(
    (description) => description.disabled && Object.hasOwn(values, description.property),
  );
  if (disabled) throw disabledField(disabled);
  const { parsed, problems } = readFormValues(fields, values);
  throwProblems(problems);
  return parsed;
}

/** The values of those fields that were sent, as they are to be saved, and a sentence for each that cannot be. */
export function readFormValues(
  fields: readonly FieldDescription[],
  values: FormValues,
): { parsed: FormValues; problems: Record<string, Words> } {
  const parsed: FormValues = {};
  const problems: Record<string, Words> = {};
  for (const description of fields) {
    const { property } = description;
    if (!Object.hasOwn(values, property)) continue;
    const read = readField(description, values[property]);
    if ('value' in read) parsed[property] = read.value;
    else problems[property] = read.problem;
  }
  return { parsed, problems };
}

/** @throws AppError 'invalid-input' naming the first key that is no field's */
export function requireKnownKeys(fields: readonly FieldDescription[], values: FormValues): void {
  const keys = Object.keys(values);
  if (keys.length > keysMax) {
    throw new AppError('invalid-input', words('These are more fields than a user has. Nothing was changed.'));
  }
  const known = new Set(fields.map((description) => description.property));
  const unknown = keys.find((key) => !known.has(key));
  if (unknown !== undefined) throw unknownKey(unknown);
}

/** @throws AppError 'invalid-input' naming the required fields that hold nothing */
export function requireRequired(fields: readonly FieldDescription[], values: FormValues): void {
  const missing = fields.filter(
    (description) => description.required && isBlank(values[description.property]),
  );
  throwProblems(
    Object.fromEntries(
      missing.map(({ property, label }) => [property, words('{label} is required.', { label })]),
    ),
  );
}

/** @throws AppError 'invalid-input' when there is a sentence for any field */
export function throwProblems(problems: Record<string, Words>): void {
  const sentences = Object.values(problems);
  if (sentences.length === 0) return;
  throw new AppError(
    'invalid-input',
    words('{problems} Nothing was changed.', { problems: inARow(sentences) }),
    { fields: problems },
  );
}

/** Whether a field holds nothing; a box that is not ticked holds nothing either. */
function isBlank(value: FormValues[string] | undefined): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}

function unknownKey(key: string): AppError {
  const name = key.length > 100 ? `${key.slice(0, 100)}…` : key;
  return new AppError(
    'invalid-input',
    words('“{name}” is not a field that you can set here. Nothing was changed.', { name }),
    { fields: { [name]: words('This is not a field that you can set here.') } },
  );
}

function disabledField({ property, label, disabledReason }: FieldDescription): AppError {
  const sentence = disabledReason ?? words('{label} cannot be changed here.', { label });
  return new AppError('invalid-input', words('{problems} Nothing was changed.', { problems: sentence }), {
    fields: { [property]: sentence },
  });
}

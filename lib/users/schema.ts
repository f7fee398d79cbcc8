import { z } from 'zod';
import { AppError } from '#lib/errors.ts';
import { isJsonObject } from '#lib/json.ts';
import type { FieldDescription } from './field-defaults.ts';
import { schemaOfField } from './schema-field.ts';
import type { FormValues } from './user-form.ts';

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
): { parsed: FormValues; problems: Record<string, string> } {
  const parsed: FormValues = {};
  const problems: Record<string, string> = {};
  for (const description of fields) {
    const { property } = description;
    if (!Object.hasOwn(values, property)) continue;
    const result = schemaOfField(description).safeParse(values[property]);
    if (result.success) parsed[property] = result.data;
    else problems[property] = sentenceOf(result.error, description);
  }
  return { parsed, problems };
}

/** @throws AppError 'invalid-input' naming the first key that is no field's */
export function requireKnownKeys(fields: readonly FieldDescription[], values: FormValues): void {
  const keys = Object.keys(values);
  if (keys.length > keysMax) {
    throw new AppError('invalid-input', 'These are more fields than a user has. Nothing was changed.');
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
    Object.fromEntries(missing.map(({ property, label }) => [property, `${label} is required.`])),
  );
}

/** @throws AppError 'invalid-input' when there is a sentence for any field */
export function throwProblems(problems: Record<string, string>): void {
  const sentences = Object.values(problems);
  if (sentences.length === 0) return;
  throw new AppError('invalid-input', `${sentences.join(' ')} Nothing was changed.`, { fields: problems });
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

function sentenceOf(error: z.ZodError, description: FieldDescription): string {
  return error.issues[0]?.message ?? `${description.label} cannot be saved like this.`;
}

function unknownKey(key: string): AppError {
  const name = key.length > 100 ? `${key.slice(0, 100)}…` : key;
  return new AppError(
    'invalid-input',
    `“${name}” is not a field that you can set here. Nothing was changed.`,
    { fields: { [name]: 'This is not a field that you can set here.' } },
  );
}

function disabledField({ property, label, disabledReason }: FieldDescription): AppError {
  const sentence = disabledReason ?? `${label} cannot be changed here.`;
  return new AppError('invalid-input', `${sentence} Nothing was changed.`, {
    fields: { [property]: sentence },
  });
}

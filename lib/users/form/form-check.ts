import { AppError } from '#lib/errors.ts';
import { runFunctionText } from '#lib/hook-runner/run-function-text.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { type Words, words } from '#lib/words.ts';
import type { Manager } from '../manager.ts';
import { hookContext } from '../policy/hook-context.ts';
import type { Policy } from '../policy/policy.ts';
import { asAppError, asFailureOf, hookRunOptions } from '../policy/run-policy-hook.ts';
import { languageDictionaryOf } from '../policy/settings.ts';
import { readFormValues } from '../schema.ts';
import type { FieldDescription, FormMode } from './field-defaults.ts';
import { withValueAt } from './field-values.ts';
import type { FormValues } from './user-form.ts';

/**
 * What the fields' own `validationFunction`s say of the values: a sentence per field. Each is called in the
 * sandbox with the value, all values as one object, the context (the manager, `method` and, on edit, the user)
 * and the language dictionary.
 * @throws AppError 'hook-failed' when such a function fails
 */
export async function ownProblems(
  manager: Manager,
  policy: Policy,
  fields: readonly FieldDescription[],
  values: FormValues,
  about: { mode: FormMode; originalUser?: JsonObject },
): Promise<Record<string, Words>> {
  const { password: _password, repeatPassword: _repeated, ...withoutPasswords } = values;
  const nested = nestedValues(withoutPasswords);
  const nestedWithPasswords = nestedValues(values);
  const context = contextOf(manager, about);
  const dictionary = languageDictionaryOf(policy.settings);
  const answers = await Promise.all(
    fields.map(async ({ property, label, validationFunction }) => {
      if (validationFunction === undefined) return [];
      const value = values[property] ?? null;
      const [outcome] = await runFunctionText(
        validationFunction,
        [[value, passwordFields.has(property) ? nestedWithPasswords : nested, context, dictionary]],
        hookRunOptions(),
      );
      if (!outcome) throw new AppError('hook-failed', undefined, { hook: 'settings' });
      if (!outcome.ok) throw asAppError(asFailureOf('validationFunction', property, outcome.error));
      const sentence = sentenceIn(outcome.answer, label);
      return sentence === undefined ? [] : [[property, sentence] as const];
    }),
  );
  return Object.fromEntries(answers.flat());
}

/** What is wrong with the values that were sent: each field's type, length and options, and its own check. */
export async function problemsIn(
  manager: Manager,
  policy: Policy,
  fields: readonly FieldDescription[],
  sent: FormValues,
  about: { mode: FormMode; shown: FormValues; originalUser?: JsonObject },
): Promise<Record<string, Words>> {
  const known = fields.filter(({ property }) => Object.hasOwn(sent, property));
  const { parsed, problems } = readFormValues(known, sent);
  const readable = known.filter(({ property }) => Object.hasOwn(parsed, property));
  const own = await ownProblems(manager, policy, readable, { ...about.shown, ...parsed }, about);
  return { ...own, ...problems };
}

/** Nothing and a truth value's "right" pass; text is the error; any other answer is one without words. */
function sentenceIn(answer: Json | undefined, label: string): Words | undefined {
  if (answer === undefined || answer === null || answer === '' || typeof answer === 'boolean')
    return undefined;
  return typeof answer === 'string' ? answer : words('{label} cannot be saved like this.', { label });
}

/** Their checks compare them with each other; those of other fields are not given passwords. */
const passwordFields = new Set(['password', 'repeatPassword']);

/** The values as the functions expect them: `values.user_metadata.title`. */
function nestedValues(values: FormValues): JsonObject {
  return Object.entries(values).reduce<JsonObject>(
    (nested, [property, value]) => withValueAt(nested, property, value),
    {},
  );
}

function contextOf(
  manager: Manager,
  { mode, originalUser }: { mode: FormMode; originalUser?: JsonObject },
): JsonObject {
  const method = mode === 'create' ? 'create' : 'update';
  return hookContext(manager, {
    method,
    ...(isJsonObject(originalUser) && { request: { originalUser } }),
  });
}

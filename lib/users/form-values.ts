import type { User } from '#lib/auth0/user.ts';
import { runFunctionText } from '#lib/hook-runner/run-function-text.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type { FieldDescription } from './field-defaults.ts';
import { formValueOf, isSameJson, valueAt } from './field-values.ts';
import type { DescribedForm } from './form-frame.ts';
import type { Policy } from './policy.ts';
import { hookRunOptions } from './run-policy-hook.ts';
import { languageDictionaryOf } from './settings.ts';
import type { FormValue, FormValues } from './user-form.ts';

const neverShown: ReadonlySet<string> = new Set(['password', 'repeatPassword']);

/**
 * What a form shows of a user: each field's value as this manager may see it, through the field's `display`
 * function where it has one. Passwords are left out.
 */
export async function shownValues(
  policy: Policy,
  { fields, frame }: DescribedForm,
  seenAs: User,
): Promise<FormValues> {
  const shown = fields.filter(({ property }) => !neverShown.has(property));
  const entries = await Promise.all(
    shown.map(async (description): Promise<[string, FormValue]> => {
      const { property, multiple } = description;
      if (property === 'memberships') return [property, frame.memberships.preset];
      return [property, formValueOf(await displayed(description, policy, seenAs), multiple)];
    }),
  );
  return Object.fromEntries(entries);
}

/**
 * A sentence for each field that shows something else than when the form was opened.
 * @param loaded what the form showed then
 */
export function changedMeanwhile(
  fields: readonly FieldDescription[],
  loaded: FormValues,
  now: FormValues,
): Record<string, string> {
  const differing = fields.filter(
    ({ property, hidden }) =>
      !neverShown.has(property) && !hidden && !isSameValue(loaded[property], now[property]),
  );
  return Object.fromEntries(
    differing.map(({ property, label, options }) => {
      const words = (value: FormValue | undefined) => inWords(value, options);
      const sentence = `${label} was ${words(loaded[property])} when you opened this form and is ${words(now[property])} now.`;
      return [property, sentence];
    }),
  );
}

export function isSameValue(one: FormValue | undefined, other: FormValue | undefined): boolean {
  return isSameJson(normalised(one), normalised(other));
}

/** Nothing, empty text, an empty list and an unticked box look the same in a form. */
function normalised(value: FormValue | undefined): FormValue {
  if (value === undefined || value === '' || value === false) return null;
  return Array.isArray(value) && value.length === 0 ? null : value;
}

/** In a form a `display` function is given the value as it is stored; where it fails there is nothing to show. */
async function displayed(
  { property, display }: FieldDescription,
  policy: Policy,
  user: User,
): Promise<Json | undefined> {
  const value = valueAt(user, property);
  if (display === undefined) return value;
  const asJson: JsonObject = { ...user };
  const dictionary = languageDictionaryOf(policy.settings);
  const [outcome] = await runFunctionText(
    display,
    [[asJson, value ?? null, dictionary, {}]],
    hookRunOptions(),
  );
  return outcome?.ok ? outcome.answer : undefined;
}

function inWords(value: FormValue | undefined, options: FieldDescription['options']): string {
  const normal = normalised(value);
  if (normal === null) return 'empty';
  if (normal === true) return 'ticked';
  const values = Array.isArray(normal) ? normal : [String(normal)];
  const labels = values.map((one) => options.find((option) => option.value === one)?.label ?? one);
  return `“${labels.join(', ').slice(0, 200)}”`;
}

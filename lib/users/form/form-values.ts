import type { User } from '#lib/auth0/user.ts';
import type { HookFailure } from '#lib/hook-runner/hook.ts';
import { wordsOf } from '#lib/hook-runner/hook-failure.ts';
import { runFunctionText } from '#lib/hook-runner/run-function-text.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import { type Words, words } from '#lib/words.ts';
import type { Policy } from '../policy/policy.ts';
import { asFailureOf, hookRunOptions } from '../policy/run-policy-hook.ts';
import { languageDictionaryOf } from '../policy/settings.ts';
import type { FieldDescription } from './field-defaults.ts';
import { formValueOf, isSameJson, valueAt } from './field-values.ts';
import type { DescribedForm } from './form-frame.ts';
import type { FormValue, FormValues } from './user-form.ts';

const neverShown: ReadonlySet<string> = new Set(['password', 'repeatPassword']);

/** What a form shows, by property, and a sentence for each field whose `display` function failed on what stands there. */
export interface ShownValues {
  shown: FormValues;
  notes: Record<string, Words>;
}

/**
 * What a form shows of a user: each field's value as this manager may see it, through the field's `display`
 * function where it has one. Passwords are left out.
 */
export async function shownValues(
  policy: Policy,
  { fields, frame }: DescribedForm,
  seenAs: User,
): Promise<ShownValues> {
  const notes: Record<string, Words> = {};
  const entries = await Promise.all(
    fields
      .filter(({ property }) => !neverShown.has(property))
      .map(async (description): Promise<[string, FormValue]> => {
        const { property, multiple } = description;
        if (property === 'memberships') return [property, frame.memberships.preset];
        const { value, failure } = await displayed(description, policy, seenAs);
        if (failure) notes[property] = noteOn(asFailureOf('display', property, failure));
        return [property, formValueOf(value, multiple)];
      }),
  );
  return { shown: Object.fromEntries(entries), notes };
}

function noteOn(failure: HookFailure): Words {
  return words('What stands here cannot be shown, and what you enter replaces it. {problem}', {
    problem: wordsOf(failure),
  });
}

/**
 * A sentence for each field that shows something else than when the form was opened.
 * @param loaded what the form showed then
 */
export function changedMeanwhile(
  fields: readonly FieldDescription[],
  loaded: FormValues,
  now: FormValues,
): Record<string, Words> {
  const differing = fields.filter(
    ({ property, hidden }) =>
      !neverShown.has(property) && !hidden && !isSameValue(loaded[property], now[property]),
  );
  return Object.fromEntries(
    differing.map(({ property, label, options }) => {
      const sentence = words('{label} was {before} when you opened this form and is {now} now.', {
        label,
        before: inWords(loaded[property], options),
        now: inWords(now[property], options),
      });
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

/**
 * In a form a `display` function is given the value as it is stored. Where it fails there is nothing to show;
 * many fail on nothing, which loses nothing.
 */
async function displayed(
  { property, display }: FieldDescription,
  policy: Policy,
  user: User,
): Promise<{ value?: Json; failure?: HookFailure }> {
  const value = valueAt(user, property);
  if (display === undefined) return { value };
  const asJson: JsonObject = { ...user };
  const dictionary = languageDictionaryOf(policy.settings);
  const [outcome] = await runFunctionText(
    display,
    [[asJson, value ?? null, dictionary, {}]],
    hookRunOptions(),
  );
  if (!outcome || outcome.ok) return { value: outcome?.answer };
  return value === undefined || value === null ? {} : { failure: outcome.error };
}

function inWords(value: FormValue | undefined, options: FieldDescription['options']): Words {
  const normal = normalised(value);
  if (normal === null) return words('empty');
  if (normal === true) return words('ticked');
  const values = Array.isArray(normal) ? normal : [String(normal)];
  const labels = values.map((one) => options.find((option) => option.value === one)?.label ?? one);
  return words('“{value}”', { value: labels.join(', ').slice(0, 200) });
}

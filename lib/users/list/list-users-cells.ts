import type { User } from '#lib/auth0/user.ts';
import { runFunctionText } from '#lib/hook-runner/run-function-text.ts';
import type { Json } from '#lib/json.ts';
import { fieldText } from '../form/field-text.ts';
import { valueAt } from '../form/field-values.ts';
import { noteHookFailure } from '../policy/hook-log.ts';
import type { Policy } from '../policy/policy.ts';
import { asFailureOf, hookRunOptions } from '../policy/run-policy-hook.ts';
import { languageDictionaryOf } from '../policy/settings.ts';
import type { FieldColumn } from './list-users-columns.ts';

/**
 * What one field shows of each user, as text: the value, or what the field's `display` function makes of it,
 * computed for all users in one call. Where that function fails there is nothing to show, and the server's log
 * says why.
 */
export async function textsOf(
  { field, display }: Omit<FieldColumn, 'key'>,
  users: readonly User[],
  policy: Policy,
): Promise<string[]> {
  const values = users.map((user) => storedValue(user, field.property));
  if (display === undefined || users.length === 0) return values.map((value) => fieldText(field, value));
  const dictionary = languageDictionaryOf(policy.settings);
  const outcomes = await runFunctionText(
    display,
    users.map((user, at): Json[] => [{ ...user }, [values[at] ?? null], dictionary, {}]),
    hookRunOptions(),
  );
  // Many fail on nothing, which loses nothing.
  const failure = outcomes.find((outcome, at) => !outcome.ok && values[at] !== null);
  if (failure && !failure.ok) noteHookFailure(asFailureOf('display', field.property, failure.error));
  return users.map((_, at) => {
    const outcome = outcomes[at];
    return outcome?.ok ? fieldText(field, outcome.answer ?? null) : '';
  });
}

/** Two columns show what stands elsewhere than they are called. */
function storedValue(user: User, property: string): Json {
  if (property === 'connection' || property === 'identities' || property === 'identities.0.connection') {
    return user.identities?.[0]?.connection ?? null;
  }
  return valueAt(user, property === 'last_login_relative' ? 'last_login' : property) ?? null;
}

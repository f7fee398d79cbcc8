import { words } from '#lib/words.ts';
import type { Manager } from '../manager.ts';
import type { Policy } from '../policy/policy.ts';
import { parseFormValues, requireRequired, throwProblems } from '../schema.ts';
import type { FieldDescription } from './field-defaults.ts';
import { ownProblems } from './form-check.ts';
import type { DescribedForm } from './form-frame.ts';
import { personalIn, requireChoosable, signInProblems } from './form-rules.ts';
import type { ConnectionChoice, FormValues } from './user-form.ts';

/**
 * What a 'New user' form was filled with, as it is to be saved: connection and membership are added where
 * there is nothing to choose.
 * @throws AppError 'invalid-input' with a sentence per field; 'hook-failed' when a field's own check fails
 */
export async function checkedValues(
  manager: Manager,
  policy: Policy,
  form: DescribedForm,
  sent: FormValues,
): Promise<FormValues> {
  const { frame, fields } = form;
  const parsed = parseFormValues(fields, withoutImpliedConnection(form, sent));
  const [only, ...others] = frame.connections;
  const name = others.length === 0 ? only?.name : parsed.connection;
  const connection = frame.connections.find((choice) => choice.name === name);
  const memberships = parsed.memberships ?? frame.memberships.preset;
  const values: FormValues = { ...parsed, memberships, ...(connection && { connection: connection.name }) };
  requireRequired(
    fields.map((description) => asRequiredBy(connection, description)),
    values,
  );
  throwProblems(signInProblems(fields, values, connection, personalIn(values)));
  if (connection && !connection.requiresUsername && typeof values.username === 'string') {
    throwProblems({
      username: words('Users of {connection} have no username.', { connection: connection.name }),
    });
  }
  requireChoosable(form, memberships);
  throwProblems(await ownProblems(manager, policy, fields, values, { mode: 'create' }));
  return values;
}

/** Where there is one connection the form has no field for it, but may name it. */
function withoutImpliedConnection({ frame }: DescribedForm, sent: FormValues): FormValues {
  const [only, ...others] = frame.connections;
  const { connection, ...rest } = sent;
  return others.length === 0 && connection === only?.name ? rest : sent;
}

/** Whether a username is required depends on the connection that was chosen. */
function asRequiredBy(
  connection: ConnectionChoice | undefined,
  description: FieldDescription,
): FieldDescription {
  if (description.property !== 'username' || !connection) return description;
  return { ...description, required: connection.requiresUsername || description.required };
}

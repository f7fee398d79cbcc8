import { noteSecrets } from '#lib/audit/note.ts';
import { AppError } from '#lib/errors.ts';
import { words } from '#lib/words.ts';
import { isTakenAway } from '../permit/permit-settings.ts';
import type { Policy } from '../policy/policy.ts';
import { throwProblems } from '../schema.ts';
import type { FieldDescription } from './field-defaults.ts';
import type { DescribedForm } from './form-frame.ts';
import { personalIn } from './form-rules.ts';
import { generatePassword } from './generate-password.ts';
import type { CreateUserInput, FormValues } from './user-form.ts';

/**
 * Whether the 'New user' form can send an invitation in place of a password: there are an address to send it to
 * and a password to leave to the user, and the settings hook lets password mails be sent.
 */
export function canInvite({ settings }: Policy, fields: readonly FieldDescription[]): boolean {
  const isOpen = (property: string) => fields.some((field) => field.property === property && !field.disabled);
  return isOpen('email') && isOpen('password') && !isTakenAway(settings, 'reset:password');
}

/**
 * What a 'New user' form was filled with; for an invitation with a password made here, at random, that meets the
 * connection's rules. It goes to the write hook and the tenant, and nowhere else.
 * @throws AppError 'not-allowed' where nobody can be invited, 'invalid-input' where there is no address to write
 * to, a password was sent as well, or none could be made
 */
export function valuesToCreate(
  policy: Policy,
  { frame, fields }: DescribedForm,
  { values, invites }: CreateUserInput,
): FormValues {
  if (!invites) return values;
  if (!canInvite(policy, fields)) {
    throw new AppError(
      'not-allowed',
      words('Nobody can be invited here: enter a password instead. Nothing was changed.'),
    );
  }
  if (values.password !== undefined || values.repeatPassword !== undefined) {
    throwProblems({ password: words('Who is invited sets their own password, so none can be sent here.') });
  }
  if (typeof values.email !== 'string' || values.email.trim() === '') {
    throwProblems({ email: words('An invitation needs an e-mail address to go to.') });
  }
  const [only, ...others] = frame.connections;
  const connection =
    others.length === 0 ? only : frame.connections.find(({ name }) => name === values.connection);
  const password = generatePassword(connection?.passwordPolicy ?? [], personalIn(values));
  if (password === undefined) {
    throw new AppError(
      'invalid-input',
      words(
        'No password could be made at random that meets the rules of the connection. Nothing was changed; enter one instead of inviting.',
      ),
    );
  }
  noteSecrets([password]);
  const isRepeated = fields.some(({ property }) => property === 'repeatPassword');
  return { ...values, password, ...(isRepeated && { repeatPassword: password }) };
}

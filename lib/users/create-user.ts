import type { User } from '#lib/auth0/user.ts';
import { createUser as createInTenant } from '#lib/auth0/users.ts';
import { noteOwnWrite } from '#lib/state/own-writes.ts';
import { requireMayCreate } from './form.ts';
import { ownProblems } from './form-check.ts';
import { type DescribedForm, describeCreateForm, possibleFields } from './form-frame.ts';
import { personalIn, signInProblems } from './form-rules.ts';
import { guardCreate } from './guard.ts';
import { type Manager, requireScope } from './manager.ts';
import { requireChoosable } from './memberships.ts';
import { createPayload } from './payload.ts';
import { askAccess } from './permit-access.ts';
import { type Policy, policyFor } from './policy.ts';
import { parseFormValues, requireKnownKeys, requireRequired, throwProblems } from './schema.ts';
import type { ConnectionChoice, CreateUserInput, FormValues } from './user-form.ts';
import { bodyOfCreate } from './write-body.ts';

export interface CreatedUser {
  userId: string;
  /** The name, else the e-mail address, the username, the id. */
  name: string;
  email: string | null;
}

/**
 * Creates a user: the form's own rules, then the write hook with this manager as `ctx.request.user`, then the
 * guard; the Management API receives the hook's answer.
 * @throws AppError 'no-role', 'not-allowed', 'invalid-input', 'refused-by-hook', 'refused-by-guard',
 * 'hook-failed', 'already-taken', 'tenant-refused', 'tenant-limit', 'tenant-unavailable'
 */
export async function createUser(manager: Manager, input: CreateUserInput): Promise<CreatedUser> {
  requireScope(manager, 'manage:users');
  const policy = await policyFor(manager);
  requireMayCreate(policy);
  requireKnownKeys(possibleFields(policy, 'create'), input.values);
  const form = await describeCreateForm(manager, policy);
  const values = checkedValues(form, input.values);
  throwProblems(await ownProblems(manager, policy, form.fields, values, { mode: 'create' }));
  const payload = createPayload(form.fields, values, policy.settings);
  const answer = await bodyOfCreate(manager, policy, payload);
  const created = await createInTenant(await guardCreate(manager, policy, answer));
  await noteOwnWrite(created);
  const { user_id: userId, name, email, username } = await asSeenBy(manager, policy, created, values);
  return { userId, name: name || email || username || userId, email: email ?? null };
}

/** The user as this manager may see them; who left the manager's sight is called what was typed. */
async function asSeenBy(manager: Manager, policy: Policy, user: User, typed: FormValues): Promise<User> {
  const [answer] = await askAccess(manager, policy, [{ user, action: 'read:user' }]);
  if (answer?.permitted) return answer.seenAs;
  return { user_id: user.user_id, ...(typeof typed.email === 'string' && { email: typed.email }) };
}

/** The values with connection and membership filled in where there is nothing to choose. */
function checkedValues({ frame, fields }: DescribedForm, sent: FormValues): FormValues {
  const [only, ...others] = frame.connections;
  const { connection: sentConnection, ...withoutConnection } = sent;
  const isImplied = others.length === 0 && sentConnection === only?.name;
  const parsed = parseFormValues(fields, isImplied ? withoutConnection : sent);
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
    throwProblems({ username: `Users of ${connection.name} have no username.` });
  }
  if (Array.isArray(memberships)) {
    const label = fields.find(({ property }) => property === 'memberships')?.label ?? 'Memberships';
    requireChoosable(memberships, frame.memberships, [], label);
  }
  return values;
}

/** Whether a username is required depends on the connection that was chosen. */
function asRequiredBy(
  connection: ConnectionChoice | undefined,
  description: DescribedForm['fields'][number],
): DescribedForm['fields'][number] {
  if (description.property !== 'username' || !connection) return description;
  return { ...description, required: connection.requiresUsername || description.required };
}

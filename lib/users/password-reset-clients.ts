import { clientsOfConnection, type SignInClient } from '#lib/auth0/clients.ts';
import { databaseConnections } from '#lib/auth0/connections.ts';
import type { User } from '#lib/auth0/user.ts';
import { env } from '#lib/env.ts';
import { AppError } from '#lib/errors.ts';
import { say, words } from '#lib/words.ts';
import { labelOf } from './form/field-label.ts';
import { mainConnectionOf } from './form/form-connections.ts';
import { type Manager, requireScope } from './manager.ts';
import { permitStill } from './permit/permit-still.ts';
import { type Policy, policyFor } from './policy/policy.ts';
import type { Settings } from './policy/settings.ts';

/** What a manager may choose before a password-reset mail is sent. */
export interface PasswordResetChoice {
  /** The word for a client: 'Application', unless the settings hook calls it something else. */
  label: string;
  /** The applications that the mail can speak for; with fewer than two there is nothing to choose. */
  clients: SignInClient[];
}

/**
 * The choice that a manager has in the mail for one user.
 * @throws AppError as `sendPasswordReset` does
 */
export async function passwordResetChoice(
  manager: Manager,
  { userId }: { userId: string },
): Promise<PasswordResetChoice> {
  requireScope(manager, 'manage:users');
  const { permitted } = await permitStill(manager, userId, 'reset:password');
  const policy = await policyFor(manager);
  const connection = passwordConnectionOf(permitted.user);
  const entry = clientEntryOf(policy.settings);
  return {
    label: labelOf({ property: 'client', label: entry?.label ?? say('Application') }, policy.settings),
    clients: await offeredClients(policy, connection),
  };
}

/** @throws AppError 'invalid-input' for somebody whose password the tenant does not keep */
export function passwordConnectionOf(user: User): string {
  const main = mainConnectionOf(user);
  if (main?.isDatabase) return main.name;
  throw new AppError(
    'invalid-input',
    words(
      'This user signs in with another provider, which is where the password is changed. No mail was sent.',
    ),
  );
}

/**
 * The client that the mail speaks for: the one asked for, which must be on offer; else the console's own where
 * that is among them, else the first.
 * @throws AppError 'invalid-input' for a client that is not on offer
 */
export async function chosenClient(policy: Policy, connection: string, asked?: string): Promise<string> {
  const offered = await offeredClients(policy, connection);
  const own = env().AUTH0_CLIENT_ID;
  if (asked === undefined) {
    return (offered.find(({ clientId }) => clientId === own) ?? offered[0])?.clientId ?? own;
  }
  if (offered.some(({ clientId }) => clientId === asked)) return asked;
  throw new AppError('invalid-input', words('This application is not one to choose here. No mail was sent.'));
}

/** The clients of a connection, as the settings hook's `client` field narrows and names them. */
async function offeredClients(policy: Policy, connection: string): Promise<SignInClient[]> {
  const entry = clientEntryOf(policy.settings);
  if (entry?.disable === true || entry?.edit === false) return [];
  const id = (await databaseConnections()).find(({ name }) => name === connection)?.id;
  const clients = id === undefined ? [] : await clientsOfConnection(id);
  const options = typeof entry?.edit === 'object' ? entry.edit.options : undefined;
  if (!options) return [...clients];
  return options
    .filter(({ value }) => clients.some(({ clientId }) => clientId === value))
    .map(({ value, label }) => ({ clientId: value, name: label }));
}

function clientEntryOf(settings: Settings) {
  return settings.userFields.find(({ property }) => property === 'client');
}

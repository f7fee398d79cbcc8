import { type DatabaseConnection, databaseConnections } from '#lib/auth0/connections.ts';
import type { User } from '#lib/auth0/user.ts';
import type { Policy } from '../policy/policy.ts';
import { passwordRulesOf } from './password-rules.ts';
import type { ConnectionChoice } from './user-form.ts';

/**
 * The database connections in which a manager may create users: those that the settings hook names, in its
 * order, or all where it names none.
 */
export async function creatableConnections(policy: Policy): Promise<ConnectionChoice[]> {
  const all = await databaseConnections();
  const { connections: names } = policy.settings;
  if (names === undefined) return all.map(choiceOf);
  return names.flatMap((name) => all.filter((connection) => connection.name === name)).map(choiceOf);
}

/** The connection of the main identity, the first one: the API changes that one unless told otherwise. */
export function mainConnectionOf(user: User): { name: string; isDatabase: boolean } | undefined {
  const main = user.identities?.[0];
  return main && { name: main.connection, isDatabase: main.provider === 'auth0' };
}

/** The user's own connection with its rules; none for somebody who signs in elsewhere. */
export async function databaseConnectionsOf(user: User): Promise<ConnectionChoice[]> {
  const main = mainConnectionOf(user);
  if (!main?.isDatabase) return [];
  const all = await databaseConnections();
  return all.filter((connection) => connection.name === main.name).map(choiceOf);
}

function choiceOf(connection: DatabaseConnection): ConnectionChoice {
  return {
    name: connection.name,
    requiresUsername: connection.requiresUsername,
    usernameRule: connection.usernameRule,
    passwordPolicy: passwordRulesOf(connection.passwordOptions),
  };
}

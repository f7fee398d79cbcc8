import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { type Connection, connectionByName, isDatabase } from '../connections/connection.ts';
import { ManagementError, type Tenant } from '../endpoint.ts';

/** The database connection with this name. Throws 400 when there is none or users are kept elsewhere. */
export function databaseConnection(tenant: Pick<Tenant, 'store'>, name: string): Connection {
  const connection = connectionByName(tenant, name);
  if (!connection) throw new ManagementError(400, 'The connection does not exist.', 'inexistent_connection');
  if (!isDatabase(connection)) {
    const message = `The connection ${name} is not a database connection.`;
    throw new ManagementError(400, message, 'operation_not_supported');
  }
  return connection;
}

interface UsernameRule {
  charactersMin: number;
  charactersMax: number;
}

/** What usernames a connection takes; undefined where its users have none. */
function usernameRule({ options }: Connection): UsernameRule | undefined {
  const attribute = memberOf(options.attributes, 'username');
  if (attribute) {
    const validation = memberOf(attribute, 'validation');
    return {
      charactersMin: numberOr(validation?.min_length, 1),
      charactersMax: numberOr(validation?.max_length, 15),
    };
  }
  if (options.requires_username !== true) return undefined;
  const validation = memberOf(options.validation, 'username');
  return { charactersMin: numberOr(validation?.min, 1), charactersMax: numberOr(validation?.max, 15) };
}

/** Throws 400 for a username that the connection does not take. Signs as Auth0 allows them. */
export function checkUsername(connection: Connection, username: string): void {
  const rule = usernameRule(connection);
  if (!rule) {
    const message = `Cannot set username for connection ${connection.name} without requires_username enabled.`;
    throw new ManagementError(400, message, 'operation_not_supported');
  }
  const { charactersMin, charactersMax } = rule;
  if (username.length < charactersMin || username.length > charactersMax) {
    refuse(`The username must have ${charactersMin} to ${charactersMax} characters`);
  }
  if (!/^[\w+\-.!#$'^`~@]+$/.test(username) || /^[^@]+@[^@]+\.[^@]+$/.test(username)) {
    refuse("The username can only hold letters, digits and _+-.!#$'^`~@, and cannot be an e-mail address");
  }
}

/** Throws 400 when the connection asks for an identifier that is not there. */
export function checkIdentifiersPresent(
  connection: Connection,
  user: { email?: string; username?: string; phone_number?: string },
): void {
  const { attributes } = connection.options;
  const takesPhone = memberOf(attributes, 'phone_number') !== undefined;
  if (user.phone_number !== undefined && !takesPhone) {
    const message = `Cannot set phone_number for connection ${connection.name}.`;
    throw new ManagementError(400, message, 'operation_not_supported');
  }
  const isEmailOptional =
    isJsonObject(attributes) &&
    memberOf(attributes, 'email')?.profile_required !== true &&
    (user.username !== undefined || user.phone_number !== undefined);
  if (user.email === undefined && !isEmailOptional) refuse('Missing required property: email');
  if (connection.options.requires_username === true && user.username === undefined) {
    refuse('Missing required property: username');
  }
}

function memberOf(holder: Json | undefined, name: string): JsonObject | undefined {
  const value = isJsonObject(holder) ? holder[name] : undefined;
  return isJsonObject(value) ? value : undefined;
}

function numberOr(value: Json | undefined, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}

function refuse(reason: string): never {
  throw new ManagementError(400, `Payload validation error: '${reason}'.`, 'invalid_body');
}

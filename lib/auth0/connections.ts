import { ConnectionsClient } from 'auth0/connections';
import { isJsonObject, type JsonObject } from '#lib/json.ts';
import { readFromTenant } from './client.ts';
import { asAppError } from './errors.ts';
import { arrayIn } from './tenant-answer.ts';

/** A connection in which users are created here, with what its users must have. */
export interface DatabaseConnection {
  id: string;
  name: string;
  /** Users have a username beside the e-mail address. */
  requiresUsername: boolean;
  /** In characters. */
  usernameRule: { minLength: number; maxLength: number };
  /** The password members of the connection's options, for `passwordRulesOf`. No others: they hold secrets. */
  passwordOptions: JsonObject;
}

const cacheMs = 60_000;

const passwordMembers = [
  'passwordPolicy',
  'password_complexity_options',
  'password_no_personal_info',
  'password_dictionary',
  'password_history',
  'password_options',
];

let cached: { connections: Promise<readonly DatabaseConnection[]>; staleAtMs: number } | undefined;

/**
 * The tenant's database connections, at most a minute old. One call for every hundred.
 * @throws AppError 'tenant-unavailable', 'tenant-limit', 'tenant-refused'
 */
export function databaseConnections(): Promise<readonly DatabaseConnection[]> {
  if (cached && Date.now() < cached.staleAtMs) return cached.connections;
  const asked = readConnections();
  cached = { connections: asked, staleAtMs: Date.now() + cacheMs };
  asked.catch(() => {
    if (cached?.connections === asked) cached = undefined;
  });
  return asked;
}

async function readConnections(): Promise<readonly DatabaseConnection[]> {
  try {
    return await readFromTenant(async (client, options) => {
      const connections: DatabaseConnection[] = [];
      let from: string | undefined;
      do {
        const { response } = await new ConnectionsClient(client).list(
          { strategy: 'auth0', fields: 'id,name,strategy,options', include_fields: true, take: 100, from },
          options,
        );
        for (const { id, name, strategy, options: settings } of arrayIn(response.connections)) {
          if (strategy === 'auth0' && id && name) connections.push(describe(id, name, settings));
        }
        from = response.next;
      } while (from);
      return connections;
    });
  } catch (error) {
    throw asAppError(error);
  }
}

function describe(id: string, name: string, settings: unknown): DatabaseConnection {
  const options = isJsonObject(settings) ? settings : {};
  const username = memberOf(memberOf(options, 'attributes'), 'username');
  const older = memberOf(memberOf(options, 'validation'), 'username');
  const newer = memberOf(username, 'validation');
  return {
    id,
    name,
    requiresUsername:
      options.requires_username === true || memberOf(username, 'signup').status === 'required',
    usernameRule: {
      minLength: numberOf(newer.min_length) ?? numberOf(older.min) ?? 1,
      maxLength: numberOf(newer.max_length) ?? numberOf(older.max) ?? 15,
    },
    passwordOptions: Object.fromEntries(
      passwordMembers.filter((key) => options[key] !== undefined).map((key) => [key, options[key]]),
    ),
  };
}

function memberOf(parent: JsonObject, key: string): JsonObject {
  const value = parent[key];
  return isJsonObject(value) ? value : {};
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

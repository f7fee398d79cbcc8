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

/** Connections change rarely, and the tenant checks every write against them once more. */
const freshForMs = 5 * 60_000;

const passwordMembers = [
  'passwordPolicy',
  'password_complexity_options',
  'password_no_personal_info',
  'password_dictionary',
  'password_history',
  'password_options',
];

let known: { connections: readonly DatabaseConnection[]; readAtMs: number } | undefined;
let reading: Promise<readonly DatabaseConnection[]> | undefined;

/**
 * The tenant's database connections. Waits for the tenant (one call for every hundred) only where nothing is
 * known of them yet; what is older than five minutes is answered as it is while it is read anew behind it.
 * @throws AppError 'tenant-unavailable', 'tenant-limit', 'tenant-refused'
 */
export async function databaseConnections(): Promise<readonly DatabaseConnection[]> {
  if (known && Date.now() - known.readAtMs < freshForMs) return known.connections;
  reading ??= readConnections().finally(() => {
    reading = undefined;
  });
  if (!known) return reading;
  // What is known stays good until a later try succeeds.
  reading.catch(() => undefined);
  return known.connections;
}

async function readConnections(): Promise<readonly DatabaseConnection[]> {
  try {
    const connections = await readFromTenant(async (client, options) => {
      const databases: DatabaseConnection[] = [];
      let from: string | undefined;
      do {
        const { response } = await new ConnectionsClient(client).list(
          { strategy: 'auth0', fields: 'id,name,strategy,options', include_fields: true, take: 100, from },
          options,
        );
        for (const { id, name, strategy, options: settings } of arrayIn(response.connections)) {
          if (strategy === 'auth0' && id && name) databases.push(describe(id, name, settings));
        }
        from = response.next;
      } while (from);
      return databases;
    });
    known = { connections, readAtMs: Date.now() };
    return connections;
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

import type { JsonObject } from '#lib/json.ts';
import { type ManagementCall, ManagementError, type Tenant } from '../endpoint.ts';

/** A connection as the tenant keeps it, in the collection `connections` by its id. */
export type Connection = {
  id: string;
  name: string;
  /** `auth0` for a database, else `google-oauth2`, `samlp`, `waad`, … */
  strategy: string;
  display_name?: string;
  options: ConnectionOptions;
  realms: string[];
  is_domain_connection: boolean;
  show_as_button?: boolean;
  metadata?: JsonObject;
  /** Client ids; answered by `/connections/{id}/clients` and, as before, by `/connections/{id}`. */
  enabled_clients: string[];
};

/** The members that the tenant itself reads; others are kept as they come. */
export type ConnectionOptions = JsonObject & {
  passwordPolicy?: 'none' | 'low' | 'fair' | 'good' | 'excellent' | '' | null;
  password_complexity_options?: { min_length?: number };
  password_no_personal_info?: { enable: boolean };
  password_dictionary?: { enable: boolean; dictionary?: string[] };
  password_history?: { enable: boolean; size?: number };
  requires_username?: boolean;
  brute_force_protection?: boolean;
};

export function connectionCollection(tenant: Pick<Tenant, 'store'>) {
  return tenant.store.collection<Connection>('connections');
}

export function connectionByName(tenant: Pick<Tenant, 'store'>, name: string): Connection | undefined {
  for (const connection of connectionCollection(tenant).values()) {
    if (connection.name === name) return connection;
  }
  return undefined;
}

/** The connection with this id; 404 `inexistent_connection` when there is none. */
export function findConnection(tenant: Pick<Tenant, 'store'>, id: string): Connection {
  const connection = connectionCollection(tenant).get(id);
  if (!connection) throw new ManagementError(404, 'The connection does not exist', 'inexistent_connection');
  return connection;
}

/** Whether users of this connection are kept by the tenant itself, with a password. */
export function isDatabase(connection: Pick<Connection, 'strategy'>): boolean {
  return connection.strategy === 'auth0';
}

/** Without it connections come without their options, among which are the password policy and secrets. */
export const optionsScope = 'read:connections_options';

/** The connection as this call's token may see it. */
export function connectionAnswer(
  call: Pick<ManagementCall, 'scopes'>,
  { options, ...connection }: Omit<Connection, 'enabled_clients'>,
): JsonObject {
  return call.scopes.has(optionsScope) ? { ...connection, options } : connection;
}

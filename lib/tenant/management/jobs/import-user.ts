import { randomBytes } from 'node:crypto';
import type { TenantUser } from '../../tenant-user.ts';
import type { Connection } from '../connections/connection.ts';
import type { Tenant } from '../endpoint.ts';
import { userByIdentifier } from '../tickets/ticket-user.ts';
import type { ImportRow } from './import-row.ts';
import type { RowError } from './job.ts';

export type RowOutcome = 'inserted' | 'updated' | RowError;

/**
 * Imports one row. A user who is there already is an error, unless `upsert`: then the row's attributes take the
 * place of the present ones, metadata as a whole.
 */
export function importUser(
  tenant: Pick<Tenant, 'store'>,
  connection: Connection,
  row: ImportRow,
  upsert: boolean,
): RowOutcome {
  const present = findPresent(tenant, connection, row);
  const time = new Date().toISOString();
  if (!present) {
    const user = newUser(connection, row, time);
    tenant.store.users.set(user.user_id, user);
    return 'inserted';
  }
  if (!upsert) {
    const message = 'The user already exists. To update it, set upsert to true.';
    return { code: 'DUPLICATED_USER', message, path: '' };
  }
  const { user_id: _, email, username, phone_number, ...changes } = row;
  tenant.store.users.set(present.user_id, { ...present, ...changes, updated_at: time });
  return 'updated';
}

function findPresent(tenant: Pick<Tenant, 'store'>, connection: Connection, row: ImportRow) {
  const ofConnection = (user: TenantUser) => user.identities[0]?.connection === connection.name;
  const byId = row.user_id ? tenant.store.users.get(`auth0|${row.user_id}`) : undefined;
  const byEmail = row.email ? tenant.store.users.byEmail(row.email).find(ofConnection) : undefined;
  const byUsername = row.username
    ? tenant.store.users.byUsername(row.username).find(ofConnection)
    : undefined;
  const byPhone = row.phone_number ? userByIdentifier(tenant, connection.name, row.phone_number) : undefined;
  return byId ?? byEmail ?? byUsername ?? byPhone;
}

function newUser(connection: Connection, row: ImportRow, time: string): TenantUser {
  const withId = { ...row, user_id: row.user_id ?? randomBytes(12).toString('hex') };
  const label = row.email ?? row.username ?? row.phone_number ?? '';
  return {
    email_verified: false,
    name: label,
    nickname: label.split('@')[0] ?? label,
    ...withId,
    user_id: `auth0|${withId.user_id}`,
    identities: [
      { connection: connection.name, provider: 'auth0', user_id: withId.user_id, isSocial: false },
    ],
    created_at: time,
    updated_at: time,
  };
}

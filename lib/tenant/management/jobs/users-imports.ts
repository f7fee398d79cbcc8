import type { Json } from '#lib/json.ts';
import { newId } from '../call/new-id.ts';
import { type Connection, connectionCollection, isDatabase } from '../connections/connection.ts';
import { type Endpoint, type ManagementCall, ManagementError, type Tenant } from '../endpoint.ts';
import type { Job } from './job.ts';
import { importsAtOnce, runningImports, startImport } from './run-import.ts';

/** The largest file of an import. */
const importBytesMax = 500 * 1024;

/** `POST /jobs/users-imports`: multipart with a JSON file `users`; two at a time. */
export const createUsersImport: Endpoint = {
  method: 'POST',
  path: '/jobs/users-imports',
  scopes: ['create:users'],
  rateLimit: 'other',
  handle(call, tenant) {
    const connection = databaseOf(call, tenant);
    const rows = rowsOf(call);
    if (runningImports(tenant).size >= importsAtOnce) {
      const message = `There are ${importsAtOnce} active import users jobs, wait until some of them are finished and try again`;
      throw new ManagementError(429, message, 'too_many_requests');
    }
    const externalId = call.fields.external_id;
    const job: Job = {
      id: newId('job_'),
      type: 'users_import',
      status: 'pending',
      created_at: new Date().toISOString(),
      connection_id: connection.id,
      ...(externalId ? { external_id: externalId } : {}),
    };
    startImport(tenant, job, connection, rows, call.fields.upsert === 'true');
    return { status: 202, body: { ...job, connection: connection.name } };
  },
};

function databaseOf(call: ManagementCall, tenant: Tenant): Connection {
  const connection = connectionCollection(tenant).get(call.fields.connection_id ?? '');
  if (connection && isDatabase(connection)) return connection;
  const message = "Payload validation error: 'connection_id is not the id of a database connection'.";
  throw new ManagementError(400, message, 'invalid_body');
}

function rowsOf(call: ManagementCall): Json[] {
  const text = call.files.users ?? call.fields.users;
  if (text === undefined) {
    throw new ManagementError(
      400,
      "Payload validation error: 'Missing required property: users'.",
      'invalid_body',
    );
  }
  if (Buffer.byteLength(text) > importBytesMax) {
    throw new ManagementError(
      413,
      'Payload content length greater than maximum allowed: 512000',
      'payload_too_large',
    );
  }
  const rows = parse(text);
  if (!Array.isArray(rows)) {
    throw new ManagementError(400, 'Users file validation failed: it is no JSON array.', 'invalid_body');
  }
  return rows;
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { JobsClient } from 'auth0/jobs';
import { ErrorsClient } from 'auth0/jobs/errors';
import { UsersImportsClient } from 'auth0/jobs/usersImports';
import { AppError } from '#lib/errors.ts';
import { isJsonObject, type JsonObject } from '#lib/json.ts';
import { words } from '#lib/words.ts';
import { readFromTenant, writeTimeoutMs, writeToTenant } from './client.ts';
import { databaseConnections } from './connections.ts';
import { asAppError } from './errors.ts';
import type { GuardedImport } from './proofs.ts';
import { TenantFailure } from './tenant-failure.ts';

/** What became of the request for an import. 'unknown': the tenant may be at it, and no job can be asked about. */
export type StartedImport = { jobId: string } | 'unknown';

/**
 * How far an import of one user is. 'gone': the tenant keeps its jobs for a day and knows this one no more.
 * `isTaken`: somebody with the same id, e-mail address or username is there. `reasons`: the tenant's own words.
 */
export type ImportState =
  | { kind: 'running' }
  | { kind: 'imported' }
  | { kind: 'left-out'; isTaken: boolean; reasons: string[] }
  | { kind: 'gone' };

/**
 * Has the tenant import one user with the id that stands in the row. Sent once, and somebody who is there already
 * stays as they are. The tenant works it off by and by; `importState` tells how far it is.
 * @throws AppError 'tenant-refused', 'tenant-limit', 'tenant-unavailable': nothing was imported
 * @see https://auth0.com/docs/api/management/v2/jobs/post-users-imports
 */
export async function startImport(guarded: GuardedImport): Promise<StartedImport> {
  const { row, connection } = guarded;
  const connectionId = (await databaseConnections()).find(({ name }) => name === connection)?.id;
  if (connectionId === undefined) {
    throw new AppError(
      'tenant-refused',
      words('The connection {connection} no longer exists in the tenant. Nothing was changed.', {
        connection,
      }),
    );
  }
  const users = {
    data: Buffer.from(JSON.stringify([row])),
    filename: 'users.json',
    contentType: 'application/json',
  };
  try {
    const jobId = await writeToTenant(async (client, options) => {
      const request = { users, connection_id: connectionId, upsert: false, send_completion_email: false };
      const job: unknown = await new UsersImportsClient(client).create(request, options);
      if (!isJsonObject(job) || !isJobId(job.id)) throw new TenantFailure('interrupted');
      return job.id;
    }, writeTimeoutMs);
    return { jobId };
  } catch (error) {
    if (error instanceof TenantFailure && error.leavesDoubt) return 'unknown';
    throw asAppError(error);
  }
}

/**
 * How far an import is, and when it has ended without the user, why.
 * @throws AppError 'tenant-refused', 'tenant-limit', 'tenant-unavailable'
 * @see https://auth0.com/docs/api/management/v2/jobs/get-jobs-by-id
 */
export async function importState(jobId: string): Promise<ImportState> {
  try {
    const job = await readFromTenant<unknown>((client, options) =>
      new JobsClient(client).get(jobId, options),
    );
    if (!isJsonObject(job) || typeof job.status !== 'string') throw new TenantFailure('interrupted');
    if (job.status === 'pending' || job.status === 'processing') return { kind: 'running' };
    const { inserted } = isJsonObject(job.summary) ? job.summary : {};
    if (job.status === 'completed' && inserted === 1) return { kind: 'imported' };
    const errors = await errorsOf(jobId);
    const isTaken = errors.some(({ code }) => code === 'DUPLICATED_USER');
    const words = [job.status_details, ...errors.map(({ message }) => message)];
    return { kind: 'left-out', isTaken, reasons: words.filter((one) => typeof one === 'string') };
  } catch (error) {
    if (error instanceof TenantFailure && error.status === 404) return { kind: 'gone' };
    throw asAppError(error);
  }
}

/** What is wrong with the rows that were left out; the rows themselves hold the user. */
async function errorsOf(jobId: string): Promise<JsonObject[]> {
  const rows = await readFromTenant<unknown>((client, options) =>
    new ErrorsClient(client).get(jobId, options),
  );
  if (!Array.isArray(rows)) return [];
  return rows
    .flatMap((row: unknown) => (isJsonObject(row) && Array.isArray(row.errors) ? row.errors : []))
    .filter(isJsonObject);
}

/** An id that is none would make another endpoint of the address. */
function isJobId(id: unknown): id is string {
  return typeof id === 'string' && /^job_[A-Za-z0-9]{1,64}$/.test(id);
}

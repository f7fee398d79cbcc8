import type { JsonObject } from '#lib/json.ts';
import { ManagementError, type Tenant } from '../endpoint.ts';

/** A job in the collection `jobs`. */
export type Job = {
  id: string;
  type: 'users_import' | 'verification_email';
  status: 'pending' | 'processing' | 'completed' | 'failed';
  created_at: string;
  connection_id?: string;
  external_id?: string;
  percentage_done?: number;
  time_left_seconds?: number;
  status_details?: string;
  summary?: { failed: number; updated: number; inserted: number; total: number };
};

/** Why one row of an import was left out. */
export type RowError = { code: string; message: string; path: string };

export type FailedRow = { user: JsonObject; errors: RowError[] };

/** What went wrong in one job, in the collection `job-errors` by the job's id. */
export type JobErrors = { id: string; rows: FailedRow[] };

const keptForMs = 24 * 60 * 60 * 1_000;

export function jobCollection(tenant: Pick<Tenant, 'store'>) {
  return tenant.store.collection<Job>('jobs');
}

export function jobErrorCollection(tenant: Pick<Tenant, 'store'>) {
  return tenant.store.collection<JobErrors>('job-errors');
}

/** The job with this id; 404 `inexistent_job` when there is none or it is older than a day. */
export function findJob(tenant: Pick<Tenant, 'store'>, id: string): Job {
  forgetOldJobs(tenant);
  const job = jobCollection(tenant).get(id);
  if (!job) throw new ManagementError(404, 'The job does not exist.', 'inexistent_job');
  return job;
}

function forgetOldJobs(tenant: Pick<Tenant, 'store'>): void {
  for (const job of Array.from(jobCollection(tenant).values())) {
    if (Date.now() - Date.parse(job.created_at) <= keptForMs) continue;
    jobCollection(tenant).delete(job.id);
    jobErrorCollection(tenant).delete(job.id);
  }
}

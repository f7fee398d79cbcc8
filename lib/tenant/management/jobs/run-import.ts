import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { Json } from '#lib/json.ts';
import type { Store } from '../../store/store.ts';
import type { Connection } from '../connections/connection.ts';
import type { Tenant } from '../endpoint.ts';
import { readRow, shownRow } from './import-row.ts';
import { importUser } from './import-user.ts';
import { type FailedRow, type Job, jobCollection, jobErrorCollection } from './job.ts';

/** How many imports a tenant takes at the same time. */
export const importsAtOnce = 2;

const rowsPerTurn = 25;
const running = new WeakMap<Store, Set<string>>();

/** The imports that this process is working on. */
export function runningImports(tenant: Pick<Tenant, 'store'>): Set<string> {
  const ids = running.get(tenant.store) ?? new Set();
  running.set(tenant.store, ids);
  return ids;
}

/** Starts an import and returns at once; the job's document tells how far it is. */
export function startImport(
  tenant: Pick<Tenant, 'store' | 'faults'>,
  job: Job,
  connection: Connection,
  rows: Json[],
  upsert: boolean,
): void {
  const jobs = jobCollection(tenant);
  jobs.set(job.id, job);
  runningImports(tenant).add(job.id);
  work(tenant, job, connection, rows, upsert)
    .catch((error: unknown) => {
      console.error(`The embedded tenant failed at import ${job.id}.`, error);
      jobs.set(job.id, { ...job, status: 'failed', status_details: 'The import stopped half-way.' });
    })
    .finally(() => runningImports(tenant).delete(job.id));
}

async function work(
  tenant: Pick<Tenant, 'store' | 'faults'>,
  job: Job,
  connection: Connection,
  rows: Json[],
  upsert: boolean,
): Promise<void> {
  const failed: FailedRow[] = [];
  const summary = { failed: 0, updated: 0, inserted: 0, total: rows.length };
  await nextTurn();
  await whilePending(tenant.faults);
  for (const [index, row] of rows.entries()) {
    const read = readRow(row);
    const outcome = read.ok ? importUser(tenant, connection, read.row, upsert) : undefined;
    if (outcome === 'inserted' || outcome === 'updated') summary[outcome] += 1;
    else if (outcome) failed.push({ user: shownRow(row), errors: [outcome] });
    else if (!read.ok) failed.push(read.failed);
    if (index % rowsPerTurn === rowsPerTurn - 1) {
      const percentage = Math.floor(((index + 1) / rows.length) * 100);
      jobCollection(tenant).set(job.id, { ...job, status: 'processing', percentage_done: percentage });
      await nextTurn();
    }
  }
  summary.failed = failed.length;
  if (failed.length > 0) jobErrorCollection(tenant).set(job.id, { id: job.id, rows: failed });
  jobCollection(tenant).set(job.id, { ...job, status: 'completed', percentage_done: 100, summary });
}

/** Looks again and again, so that whoever heals the tenant need not wait for the rest. */
async function whilePending(faults: Tenant['faults']): Promise<void> {
  const startedAtMs = Date.now();
  while (Date.now() - startedAtMs < faults.importDelayMs) await wait(20, undefined, { ref: false });
}

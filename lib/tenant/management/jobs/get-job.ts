import { param } from '../call/find-user.ts';
import type { Endpoint } from '../endpoint.ts';
import { findJob, jobErrorCollection } from './job.ts';

export const getJob: Endpoint = {
  method: 'GET',
  path: '/jobs/{id}',
  scopes: ['create:users', 'read:users', 'create:passwords_checking_job', 'update:users'],
  rateLimit: 'other',
  handle: (call, tenant) => ({ status: 200, body: findJob(tenant, param(call, 'id')) }),
};

/** `GET /jobs/{id}/errors`: the rows that were left out, or 204 when there are none. */
export const getJobErrors: Endpoint = {
  method: 'GET',
  path: '/jobs/{id}/errors',
  scopes: ['create:users', 'read:users', 'update:users'],
  rateLimit: 'other',
  handle(call, tenant) {
    const job = findJob(tenant, param(call, 'id'));
    const rows = jobErrorCollection(tenant).get(job.id)?.rows ?? [];
    return rows.length > 0 ? { status: 200, body: rows } : { status: 204 };
  },
};

import { findUser, param } from '../call/find-user.ts';
import { type Endpoint, ManagementError } from '../endpoint.ts';
import { logCollection } from './append-log.ts';
import type { LogEntry } from './log-entry.ts';
import { logEntries, readCheckpoint, readPage } from './search-logs.ts';

/** `GET /logs`: a search by `q` and pages, or everything after a line by `from` and `take`. */
const listLogs: Endpoint = {
  method: 'GET',
  path: '/logs',
  scopes: ['read:logs', 'read:logs_users'],
  rateLimit: 'read-logs',
  handle(call, tenant) {
    const byCheckpoint = call.query.has('from') || call.query.has('take');
    return byCheckpoint ? readCheckpoint(call, logEntries(tenant)) : readPage(call, logEntries(tenant));
  },
};

const getLog: Endpoint = {
  method: 'GET',
  path: '/logs/{id}',
  scopes: ['read:logs', 'read:logs_users'],
  rateLimit: 'read-logs',
  handle(call, tenant) {
    const entry = tenant.store.collection<LogEntry>(logCollection).get(param(call, 'id'));
    if (!entry) throw new ManagementError(404, 'The log event does not exist.', 'inexistent_log');
    return { status: 200, body: entry };
  },
};

const listUserLogs: Endpoint = {
  method: 'GET',
  path: '/users/{id}/logs',
  scopes: ['read:logs', 'read:logs_users'],
  rateLimit: 'read-logs',
  handle(call, tenant) {
    const user = findUser(tenant, param(call, 'id'));
    const own = logEntries(tenant).filter((entry) => entry.user_id === user.user_id);
    return readPage(call, own);
  },
};

export const logEndpoints: Endpoint[] = [listLogs, getLog, listUserLogs];

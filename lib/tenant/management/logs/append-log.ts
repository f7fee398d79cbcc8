import type { Tenant } from '../endpoint.ts';
import type { LogEntry, NewLogEntry } from './log-entry.ts';

export const logCollection = 'logs';
const keptEntries = 10_000;
const trimAfter = 500;

let sequence = 0;

/**
 * Adds a line to the tenant's log and returns it. Only the newest 10,000 lines are kept. The caller sees to it that
 * `details` holds no password, token or ticket.
 */
export function appendLog(tenant: Pick<Tenant, 'store'>, entry: NewLogEntry): LogEntry {
  const logs = tenant.store.collection<LogEntry>(logCollection);
  const date = entry.date ?? new Date().toISOString();
  const logId = logIdAt(date);
  const line: LogEntry = { ...entry, date, log_id: logId, _id: logId, type: entry.type };
  logs.set(logId, line);
  if (logs.size > keptEntries + trimAfter) {
    const ids = Array.from(logs.values(), (kept) => kept.log_id).sort();
    for (const id of ids.slice(0, ids.length - keptEntries)) logs.delete(id);
  }
  return line;
}

/** Fixed width, the time first, so that ids sort as their lines happened. */
function logIdAt(date: string): string {
  sequence = (sequence + 1) % 1_000_000_000;
  const time = new Date(date).toISOString().replace(/\D/g, '');
  return `900${time}${String(process.pid % 1_000_000).padStart(6, '0')}${String(sequence).padStart(9, '0')}`;
}

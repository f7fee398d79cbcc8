import { matcherOf } from '#lib/lucene/evaluate.ts';
import { LuceneSyntaxError } from '#lib/lucene/lucene-syntax-error.ts';
import { parseLucene } from '#lib/lucene/parse.ts';
import { pickFields } from '../call/pick-fields.ts';
import { invalidQuery, readInteger, readPaging } from '../call/read-paging.ts';
import { type ManagementCall, ManagementError, type ManagementReply, type Tenant } from '../endpoint.ts';
import { logCollection } from './append-log.ts';
import type { LogEntry } from './log-entry.ts';

/** How many lines can be reached by pages; further ones only by checkpoint. */
const reachableByPages = 1_000;

export function logEntries(tenant: Pick<Tenant, 'store'>): LogEntry[] {
  return Array.from(tenant.store.collection<LogEntry>(logCollection).values());
}

/** Lines after the one named in `from`, oldest first; `from` itself need not exist any more. */
export function readCheckpoint(call: Pick<ManagementCall, 'query'>, entries: LogEntry[]): ManagementReply {
  const take = readInteger(call.query, 'take', 1, 100) ?? 50;
  const from = call.query.get('from') ?? '';
  const following = entries.filter((entry) => entry.log_id > from).sort(oldestFirst);
  return { status: 200, body: following.slice(0, take).map((entry) => pickFields(call.query, entry)) };
}

/** A page of the lines that match `q`, newest first unless `sort` says otherwise. */
export function readPage(call: Pick<ManagementCall, 'query'>, entries: LogEntry[]): ManagementReply {
  const { page, perPage, includeTotals } = readPaging(call.query);
  if (page * perPage + perPage > reachableByPages) {
    const message = `You can only page through the first ${reachableByPages} records. Use checkpoints for more.`;
    throw new ManagementError(400, message, 'invalid_paging');
  }
  const matching = entries.filter(queryMatcher(call.query)).sort(orderOf(call.query));
  const start = page * perPage;
  const logs = matching.slice(start, start + perPage).map((entry) => pickFields(call.query, entry));
  if (!includeTotals) return { status: 200, body: logs };
  return {
    status: 200,
    body: { start, limit: perPage, length: logs.length, total: matching.length, logs },
  };
}

function queryMatcher(query: URLSearchParams): (entry: LogEntry) => boolean {
  const text = query.get('q') ?? query.get('search');
  if (!text?.trim()) return () => true;
  try {
    return matcherOf(parseLucene(text));
  } catch (error) {
    if (!(error instanceof LuceneSyntaxError)) throw error;
    throw new ManagementError(400, `Failed to parse query: ${error.message}`, 'invalid_query_string');
  }
}

function oldestFirst(a: LogEntry, b: LogEntry): number {
  return a.log_id < b.log_id ? -1 : a.log_id > b.log_id ? 1 : 0;
}

function orderOf(query: URLSearchParams): (a: LogEntry, b: LogEntry) => number {
  const [field = 'date', direction = '-1'] = (query.get('sort') ?? 'date:-1').split(':');
  if (direction !== '1' && direction !== '-1') {
    throw invalidQuery(`String does not match pattern: field:1 or field:-1`, 'sort');
  }
  const sign = direction === '1' ? 1 : -1;
  if (field === 'date') return (a, b) => sign * oldestFirst(a, b);
  return (a, b) => {
    const left = String(Reflect.get(a, field) ?? '');
    const right = String(Reflect.get(b, field) ?? '');
    return sign * (left < right ? -1 : left > right ? 1 : oldestFirst(a, b));
  };
}

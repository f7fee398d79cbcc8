import { LogsClient } from 'auth0/logs';
import { AppError } from '#lib/errors.ts';
import { words } from '#lib/words.ts';
import { readFromTenant } from './client.ts';
import { asAppError } from './errors.ts';
import { entriesIn, entryIn, isLogId, type LogEntry, type UnseenLogEntry } from './log-entry.ts';
import { arrayIn } from './tenant-answer.ts';
import { TenantFailure } from './tenant-failure.ts';

/** Auth0 pages through no more entries than these of any search; beyond them only checkpoints reach. */
export const logSearchResultsMax = 1_000;

export interface LogSearch {
  /** Auth0's log query syntax; blank finds everything. */
  q: string;
  order: 'newest first' | 'oldest first';
  /** From 1. */
  page: number;
  /** At most 100. */
  perPage: number;
}

/**
 * One page of a search of the tenant's log, in one call.
 * @throws AppError 'invalid-input' for what cannot be searched for, and what every reading call throws
 * @see https://auth0.com/docs/deploy-monitor/logs/log-search-query-syntax
 */
export async function searchLogs(search: LogSearch): Promise<UnseenLogEntry[]> {
  const { q, order, page, perPage } = search;
  try {
    return await readFromTenant(async (client, options) => {
      const { response } = await new LogsClient(client).list(
        { page: page - 1, per_page: perPage, sort: `date:${order === 'newest first' ? -1 : 1}` },
        { ...options, ...(q !== '' && { queryParams: { q } }) },
      );
      return unseenIn(response);
    });
  } catch (error) {
    throw asSearchError(error);
  }
}

/**
 * Entries that follow the one named, oldest first, in one call: reaches everything that the tenant keeps.
 * @param take at most 100
 * @throws AppError what every reading call throws
 * @see https://auth0.com/docs/deploy-monitor/logs/retrieve-log-events-using-mgmt-api
 */
export async function readLogsAfter(logId: string, take: number): Promise<UnseenLogEntry[]> {
  if (!isLogId(logId)) {
    throw new AppError('invalid-input', words('This is no place in the log to read on from.'));
  }
  try {
    return await readFromTenant(async (client, options) => {
      const { response } = await new LogsClient(client).list(
        {},
        { ...options, queryParams: { from: logId, take } },
      );
      return unseenIn(response);
    });
  } catch (error) {
    throw asAppError(error);
  }
}

/** One entry, or `undefined` when the tenant does not keep it, or not any more. */
export async function readLogEntry(logId: string): Promise<UnseenLogEntry | undefined> {
  if (!isLogId(logId)) return undefined;
  try {
    return await readFromTenant(async (client, options) => {
      const entry = entryIn(await new LogsClient(client).get(logId, options));
      if (!entry) throw new TenantFailure('interrupted');
      return asUnseen(entry);
    });
  } catch (error) {
    if (error instanceof TenantFailure && error.status === 404) return undefined;
    throw asAppError(error);
  }
}

function unseenIn(answer: unknown): UnseenLogEntry[] {
  return arrayIn(entriesIn(answer)).map(asUnseen);
}

function asUnseen(entry: LogEntry): UnseenLogEntry {
  return entry as LogEntry & UnseenLogEntry;
}

function asSearchError(error: unknown): unknown {
  const isRefused = error instanceof TenantFailure && (error.status === 400 || error.status === 414);
  if (!isRefused) return asAppError(error);
  return new AppError(
    'invalid-input',
    words('The tenant cannot search its log for this. Search for something shorter or simpler.'),
    { cause: error },
  );
}

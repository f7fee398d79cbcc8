import type { UnseenLogEntry } from '#lib/auth0/log-entry.ts';
import { isLogId } from '#lib/auth0/log-entry.ts';
import { logSearchResultsMax, readLogsAfter, searchLogs } from '#lib/auth0/logs.ts';
import { bothOf } from '#lib/lucene/build.ts';
import { type Matcher, matcherOf } from '#lib/lucene/evaluate.ts';
import { printLucene } from '#lib/lucene/print.ts';
import type { Query } from '#lib/lucene/query.ts';
import type { LogFilter } from './log-filter.ts';
import { logQuery, type TimeSpan, timeQuery, timeSpanOf } from './log-query.ts';

/** What of the log is read, ready to be read in parts. */
export interface LogReading {
  query: Query;
  span: TimeSpan;
  order: LogFilter['order'];
}

/**
 * Where reading goes on.
 * `search`: at a page of what is not newer than `until`, so that new entries shift nothing; `skip` holds the
 * ids that were read of that very moment. `after`: behind an entry, by checkpoint.
 */
export type LogPlace =
  | { kind: 'search'; until?: string; page: number; skip: string[] }
  | { kind: 'after'; logId: string };

type SearchPlace = Extract<LogPlace, { kind: 'search' }>;

export interface LogPart {
  entries: UnseenLogEntry[];
  /** What the tenant was not asked to compare, to be tested here. */
  isWanted: Matcher;
  /** Where the next part begins; absent at the end. */
  next?: LogPlace;
}

/** @throws AppError 'invalid-input' for what the log cannot be searched for */
export function logReading(filter: LogFilter, nowMs: number): LogReading {
  return { query: logQuery(filter), span: timeSpanOf(filter, nowMs), order: filter.order };
}

/**
 * One part of the log, in one call. The newest first come from the tenant's search, which ends at 1,000: then a
 * new search begins where it ended. The oldest first are read by checkpoint, which reaches everything, takes no
 * query and is compared here.
 * @param partSize how many entries, at most 100
 * @throws AppError what every reading call throws
 */
export function readLogPart(
  reading: LogReading,
  place: LogPlace | undefined,
  partSize: number,
): Promise<LogPart> {
  return reading.order === 'newest'
    ? readNewest(reading, place, partSize)
    : readOldest(reading, place, partSize);
}

async function readNewest(
  { query, span }: LogReading,
  place: LogPlace | undefined,
  partSize: number,
): Promise<LogPart> {
  const from: SearchPlace =
    place?.kind === 'search' ? place : { kind: 'search', page: 1, until: span.until, skip: [] };
  const within = timeQuery({ since: span.since, until: from.until });
  const found = await searchLogs({
    q: textOf(bothOf(query, within)),
    order: 'newest first',
    page: from.page,
    perPage: partSize,
  });
  const entries = found.filter(({ log_id: logId }) => !from.skip.includes(logId));
  // Also compared here, for a tenant that compares days alone.
  return { entries, isWanted: matcherOf(within), next: placeAfter(found, from, partSize) };
}

function placeAfter(
  found: readonly UnseenLogEntry[],
  from: SearchPlace,
  partSize: number,
): LogPlace | undefined {
  const [newest, oldest] = [found[0], found.at(-1)];
  if (!newest || !oldest || found.length < partSize) return undefined;
  const until = from.until ?? newest.date;
  if ((from.page + 1) * partSize <= logSearchResultsMax) {
    return { kind: 'search', until, page: from.page + 1, skip: from.skip };
  }
  // A search that is not narrowed by its time would begin anew for ever.
  if (oldest.date === '' || Date.parse(oldest.date) >= Date.parse(until)) return undefined;
  const skip = found.flatMap(({ log_id: logId, date }) => (date === oldest.date ? logId : []));
  return { kind: 'search', until: oldest.date, page: 1, skip };
}

async function readOldest(
  { query, span }: LogReading,
  place: LogPlace | undefined,
  partSize: number,
): Promise<LogPart> {
  const isWanted = matcherOf(bothOf(query, timeQuery(span)));
  const found =
    place?.kind === 'after'
      ? await readLogsAfter(place.logId, partSize)
      : await searchLogs({
          q: textOf(timeQuery({ since: span.since })),
          order: 'oldest first',
          page: 1,
          perPage: partSize,
        });
  const last = found.at(-1);
  const isOver = last && span.until !== undefined && Date.parse(last.date) > Date.parse(span.until);
  const next: LogPlace | undefined =
    !last || found.length < partSize || isOver ? undefined : { kind: 'after', logId: last.log_id };
  return { entries: found, isWanted, next };
}

function textOf(query: Query): string {
  return query.kind === 'all' ? '' : printLucene(query);
}

/** A place as it stands in an address. */
export function textOfPlace(place: LogPlace): string {
  if (place.kind === 'after') return `after~${place.logId}`;
  return ['search', place.page, place.until ?? '', ...place.skip].join('~');
}

/** The place that a text of an address names; `undefined` for the beginning, and for what names none. */
export function placeOf(text: string): LogPlace | undefined {
  const [kind, first = '', until = '', ...skip] = text.split('~');
  if (kind === 'after') return isLogId(first) ? { kind, logId: first } : undefined;
  const page = Number(first);
  const isPage = Number.isSafeInteger(page) && page > 0 && page <= logSearchResultsMax;
  const isTime = until === '' || (/^[\dTZ:.+-]{10,40}$/.test(until) && !Number.isNaN(Date.parse(until)));
  if (kind !== 'search' || !isPage || !isTime || !skip.every(isLogId)) return undefined;
  return { kind, page, skip, ...(until && { until }) };
}

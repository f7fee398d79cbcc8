import { isUserId } from '#lib/auth0/user-id.ts';
import { AppError } from '#lib/errors.ts';
import { allOf, anyOf, searchFromText } from '#lib/lucene/build.ts';
import { leavesOf, type Query } from '#lib/lucene/query.ts';
import { unsupportedBy } from '#lib/lucene/unsupported.ts';
import { words } from '#lib/words.ts';
import { codesNamed, codesOfGroup } from './log-events.ts';
import type { LogFilter, LogPeriod } from './log-filter.ts';

/** Where plain words are looked for, beside the events' names. */
const textFields = ['user_name', 'description', 'client_name', 'connection', 'ip'] as const;

/** @see https://auth0.com/docs/deploy-monitor/logs/log-search-query-syntax */
const searchableFields = [
  'client_id',
  'client_name',
  'connection',
  'connection_id',
  'date',
  'description',
  'hostname',
  'ip',
  'log_id',
  'organization_id',
  'strategy',
  'strategy_type',
  'type',
  'user_agent',
  'user_id',
  'user_name',
];

const hourMs = 3_600_000;
const periodMs: Partial<Record<LogPeriod, number>> = {
  hour: hourMs,
  day: 24 * hourMs,
  week: 7 * 24 * hourMs,
  month: 30 * 24 * hourMs,
};

/**
 * The query for a filter without its time.
 * @throws AppError 'invalid-input' for what the log cannot be searched for
 */
export function logQuery(filter: LogFilter): Query {
  const query = allOf([
    textQuery(filter.text),
    eventQuery(filter.event),
    userQuery(filter.user),
    partOf(filter.client, 'client_id', 'client_name'),
  ]);
  const [why] = unsupportedBy(query);
  if (why) throw new AppError('invalid-input', words('This cannot be searched for: {why}', { why }));
  return query;
}

export interface TimeSpan {
  /** ISO 8601, both included. */
  since?: string;
  until?: string;
}

/** The time that a filter reaches over. */
export function timeSpanOf({ period, since, until }: LogFilter, nowMs: number): TimeSpan {
  if (period === 'days') {
    return {
      ...(since && { since: `${since}T00:00:00.000Z` }),
      ...(until && { until: `${until}T23:59:59.999Z` }),
    };
  }
  const lengthMs = periodMs[period];
  return lengthMs === undefined ? {} : { since: new Date(nowMs - lengthMs).toISOString() };
}

/** The query for a time; matches everything when both ends are open. */
export function timeQuery({ since, until }: TimeSpan): Query {
  if (since === undefined && until === undefined) return { kind: 'all' };
  return {
    kind: 'range',
    field: 'date',
    ...(since !== undefined && { from: { value: since, inclusive: true } }),
    ...(until !== undefined && { to: { value: until, inclusive: true } }),
  };
}

function textQuery(text: string): Query {
  if (text === '') return { kind: 'all' };
  const query = searchFromText(text, textFields);
  for (const { field } of leavesOf(query)) {
    if (field !== undefined && !searchableFields.includes(field)) throw unknownField(field);
  }
  return anyOf([inTextFields(query), ...eventsNamed(text).map(codeQuery)]);
}

/** Auth0 looks for a word without a field in its own choice of fields; here it is the same everywhere. */
function inTextFields(query: Query): Query {
  switch (query.kind) {
    case 'and':
    case 'or':
      return { ...query, queries: query.queries.map(inTextFields) };
    case 'not':
      return { kind: 'not', query: inTextFields(query.query) };
    case 'term':
    case 'wildcard': {
      if (query.field !== undefined) return query;
      const [first, ...others] = textFields.map((field): Query => ({ ...query, field }));
      return first ? anyOf([first, ...others]) : query;
    }
    default:
      return query;
  }
}

/** Events are searched by the names that people read; a short text would name nearly all of them. */
function eventsNamed(text: string): string[] {
  return text.length < 4 ? [] : codesNamed(text);
}

function codeQuery(code: string): Query {
  return { kind: 'term', field: 'type', value: code };
}

function eventQuery(event: string): Query {
  if (event === '') return { kind: 'all' };
  const codes = event.startsWith('group:') ? codesOfGroup(event.slice('group:'.length)) : [event];
  const [first, ...others] = codes.map(codeQuery);
  return first ? anyOf([first, ...others]) : { kind: 'all' };
}

function userQuery(user: string): Query {
  if (isUserId(user)) return { kind: 'term', field: 'user_id', value: user };
  // The log writes e-mail addresses in small letters and tells them apart.
  return partOf(user.includes('@') ? user.toLowerCase() : user, 'user_id', 'user_name');
}

/** An id as it is, or a part of a name. */
function partOf(text: string, idField: string, nameField: string): Query {
  if (text === '') return { kind: 'all' };
  const within: Query = { kind: 'wildcard', field: nameField, literals: ['', text, ''] };
  const atStart: Query = { kind: 'wildcard', field: nameField, literals: [text, ''] };
  const part = unsupportedBy(within).length === 0 ? within : atStart;
  return anyOf([{ kind: 'term', field: idField, value: text }, part]);
}

function unknownField(field: string): AppError {
  return new AppError(
    'invalid-input',
    words('The log cannot be searched by “{field}”. It can by {fields}.', {
      field: field.slice(0, 100),
      fields: searchableFields.join(', '),
    }),
  );
}

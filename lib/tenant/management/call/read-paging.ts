import type { JsonObject } from '#lib/json.ts';
import { type ManagementCall, ManagementError, type ManagementReply } from '../endpoint.ts';

const perPageMax = 100;
const perPageDefault = 50;

/** `?page=&per_page=&include_totals=`; `page` counts from 0. */
export interface Paging {
  page: number;
  perPage: number;
  includeTotals: boolean;
}

/** Throws 400 `invalid_query_string` on values that Auth0 refuses. */
export function readPaging(query: URLSearchParams): Paging {
  return {
    page: readInteger(query, 'page', 0, Number.MAX_SAFE_INTEGER) ?? 0,
    perPage: readInteger(query, 'per_page', 0, perPageMax) ?? perPageDefault,
    includeTotals: readBoolean(query, 'include_totals') ?? false,
  };
}

/** An integer query parameter within limits; undefined when absent. */
export function readInteger(
  query: URLSearchParams,
  name: string,
  minimum: number,
  maximum: number,
): number | undefined {
  const text = query.get(name);
  if (text === null || text === '') return undefined;
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw invalidQuery(`Expected type integer but found type string`, name);
  if (value < minimum) throw invalidQuery(`Value ${value} is less than minimum ${minimum}`, name);
  if (value > maximum) throw invalidQuery(`Value ${value} is greater than maximum ${maximum}`, name);
  return value;
}

/** A boolean query parameter; undefined when absent. */
export function readBoolean(query: URLSearchParams, name: string): boolean | undefined {
  const text = query.get(name);
  if (text === null || text === '') return undefined;
  if (text !== 'true' && text !== 'false') {
    throw invalidQuery('Expected type boolean but found type string', name);
  }
  return text === 'true';
}

export function invalidQuery(reason: string, name: string): ManagementError {
  const message = `Query validation error: '${reason}' on property ${name}.`;
  return new ManagementError(400, message, 'invalid_query_string');
}

/**
 * One page of `all`: a plain array, or with `include_totals` an object that holds it under `key`.
 * @param toItem makes the answer's item out of a document; only called for those on the page
 */
export function replyWithPage<T>(
  call: Pick<ManagementCall, 'query'>,
  key: string,
  all: T[],
  toItem: (document: T) => JsonObject,
): ManagementReply {
  const { page, perPage, includeTotals } = readPaging(call.query);
  const start = page * perPage;
  const items = all.slice(start, start + perPage).map(toItem);
  if (!includeTotals) return { status: 200, body: items };
  return { status: 200, body: { start, limit: perPage, total: all.length, [key]: items } };
}

interface Checkpoint<T> {
  idOf: (document: T) => string;
  toItem: (document: T) => JsonObject;
  takeMax?: number;
}

/**
 * One stretch of `all` by `from` and `take`: `{[key]: […], next?}`. `from` is the `next` of the stretch before.
 * @param all sorted by id
 */
export function replyWithCheckpoint<T>(
  call: Pick<ManagementCall, 'query'>,
  key: string,
  all: T[],
  { idOf, toItem, takeMax = perPageMax }: Checkpoint<T>,
): ManagementReply {
  const take = readInteger(call.query, 'take', 1, takeMax) ?? perPageDefault;
  const from = call.query.get('from');
  const rest = from ? all.filter((document) => idOf(document) > from) : all;
  const taken = rest.slice(0, take);
  const last = taken.at(-1);
  const next = last && rest.length > take ? { next: idOf(last) } : {};
  return { status: 200, body: { [key]: taken.map(toItem), ...next } };
}

import { isJsonObject, type JsonObject } from '#lib/json.ts';

/** One entry of the tenant's log. Which members are there depends on the event. */
export interface LogEntry extends JsonObject {
  log_id: string;
  /** ISO 8601. */
  date: string;
  /** The event's code: `s`, `fp`, `sapi`, … */
  type: string;
}

declare const unseen: unique symbol;

/**
 * An entry that came out of the whole tenant's log and was not tested yet: it may be about anybody. Only
 * `lib/users/permit/permit-log.ts` opens it, for a manager who may see whom it is about.
 */
export type UnseenLogEntry = Pick<LogEntry, 'log_id' | 'date'> & { readonly [unseen]: true };

/** Ids of entries stand in addresses; anything else would make another endpoint of them. */
export function isLogId(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,200}$/.test(text);
}

/** The entries in an answer, which comes as an array or, with totals, as an object; what is no entry is left out. */
export function entriesIn(answer: unknown): LogEntry[] | undefined {
  const list = isJsonObject(answer) ? answer.logs : answer;
  if (!Array.isArray(list)) return undefined;
  return list.flatMap((element) => entryIn(element) ?? []);
}

/** An entry of an answer with its date as a text; `undefined` where it is none. */
export function entryIn(answer: unknown): LogEntry | undefined {
  if (!isJsonObject(answer)) return undefined;
  const { log_id: logId, _id: olderId, type, date } = answer;
  const id = typeof logId === 'string' ? logId : olderId;
  if (typeof id !== 'string' || !isLogId(id) || typeof type !== 'string') return undefined;
  const text = isJsonObject(date) ? date.$date : date;
  return { ...answer, log_id: id, type, date: typeof text === 'string' ? text : '' };
}

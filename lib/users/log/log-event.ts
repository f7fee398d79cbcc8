import type { logEventNames } from '#messages/de/sentences/log-events.ts';

/** How an event went: it was done, it failed, or it is merely told. */
export type LogEventTone = 'done' | 'failed' | 'note';

/** The English name of an event or of a group of them, which has a German one. */
export type LogEventName = keyof typeof logEventNames;

/** Events by the code that the tenant gives them. */
export type EventTable = Readonly<Record<string, readonly [tone: LogEventTone, name: LogEventName]>>;

export interface LogEventGroup {
  id: string;
  name: LogEventName;
  events: EventTable;
}

/** A group with its events, in words, to be chosen from. */
export interface OfferedLogEvents {
  id: string;
  name: string;
  events: { code: string; name: string }[];
}

/** One kind of event, in words. */
export interface LogEventKind {
  code: string;
  name: string;
  tone: LogEventTone;
  /** The id of its group; `undefined` for a code that is not known. */
  group: string | undefined;
}

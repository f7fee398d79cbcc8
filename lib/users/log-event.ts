/** How an event went: it was done, it failed, or it is merely told. */
export type LogEventTone = 'done' | 'failed' | 'note';

/** Events by the code that the tenant gives them. */
export type EventTable = Readonly<Record<string, readonly [tone: LogEventTone, name: string]>>;

export interface LogEventGroup {
  id: string;
  name: string;
  events: EventTable;
}

/** One kind of event, in words. */
export interface LogEventKind {
  code: string;
  name: string;
  tone: LogEventTone;
  /** The id of its group; `undefined` for a code that is not known. */
  group: string | undefined;
}

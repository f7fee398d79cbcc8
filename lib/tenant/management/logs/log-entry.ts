import type { JsonObject } from '#lib/json.ts';

/** One line of the tenant's log, in the shape that Auth0 gives it. */
export type LogEntry = {
  /** Sortable by time; the same as `log_id`. */
  _id: string;
  log_id: string;
  date: string;
  /** Auth0's event code, such as `s` (sign-in), `fp` (wrong password) or `sapi` (Management API). */
  type: string;
  description?: string;
  connection?: string;
  connection_id?: string;
  client_id?: string;
  client_name?: string;
  ip?: string;
  hostname?: string;
  user_id?: string;
  user_name?: string;
  audience?: string;
  scope?: string;
  strategy?: string;
  strategy_type?: string;
  isMobile?: boolean;
  user_agent?: string;
  details?: JsonObject;
  location_info?: JsonObject;
};

/** What the writer of a line says; the rest is filled in. `date` defaults to now. */
export type NewLogEntry = Omit<LogEntry, '_id' | 'log_id' | 'date'> & { type: string; date?: string };

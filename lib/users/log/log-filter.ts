/** How far back a filter reaches, from the moment of asking. `days`: from one day to another, both in UTC. */
export const logPeriods = ['any', 'hour', 'day', 'week', 'month', 'days'] as const;

export type LogPeriod = (typeof logPeriods)[number];

/** What of the tenant's log somebody asks for; stands in the address. */
export interface LogFilter {
  /** As typed; blank for everything. */
  text: string;
  /** An event's code, or `group:` and the id of a group; blank for all events. */
  event: string;
  /** A user's id, or a part of the name that the log gives them; blank for everybody. */
  user: string;
  /** An application's id, or a part of its name; blank for all. */
  client: string;
  period: LogPeriod;
  /** For the period `days`: YYYY-MM-DD, or blank. */
  since: string;
  until: string;
  order: 'newest' | 'oldest';
}

export interface LogInput extends LogFilter {
  /** Where reading goes on, as an earlier page gave it; blank for the first page. */
  from: string;
}

export const wholeLog: LogFilter = {
  text: '',
  event: '',
  user: '',
  client: '',
  period: 'any',
  since: '',
  until: '',
  order: 'newest',
};

/** The names under which the parts of a filter stand in an address. */
export const logParameters = {
  text: 'q',
  event: 'event',
  user: 'user',
  client: 'client',
  period: 'period',
  since: 'since',
  until: 'until',
  order: 'order',
  from: 'from',
} as const satisfies Record<keyof LogInput, string>;

/** The query of an address that asks for this, with its `?`; blank for the whole log. */
export function logQueryString(input: LogFilter & { from?: string }): string {
  const standard: LogInput = { ...wholeLog, from: '' };
  const parameters = new URLSearchParams();
  for (const key of Object.keys(logParameters) as (keyof LogInput)[]) {
    const value = input[key] ?? '';
    const isUnused = (key === 'since' || key === 'until') && input.period !== 'days';
    if (value !== standard[key] && !isUnused) parameters.set(logParameters[key], value);
  }
  const query = parameters.toString();
  return query ? `?${query}` : '';
}

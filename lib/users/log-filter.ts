import { z } from 'zod';

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

/** Longer than anything that is searched for. */
const textLengthMax = 500;

const text = z.string().trim().max(textLengthMax).catch('');
const day = z.iso.date().catch('');

const inAddress = z.object({
  text,
  event: text,
  user: text,
  client: text,
  period: z.enum(logPeriods).catch('any'),
  since: day,
  until: day,
  order: z.enum(['newest', 'oldest']).catch('newest'),
  from: z.string().max(2_000).catch(''),
});

/** The names under which the parts of a filter stand in an address. */
const parameterOf = {
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

type Parameters = Record<string, string | string[] | undefined>;

/** What an address asks for; what it leaves out or gets wrong is as in the whole log. */
export function logInputOf(parameters: Parameters): LogInput {
  const given = Object.entries(parameterOf).map(([key, name]) => {
    const value = parameters[name];
    return [key, Array.isArray(value) ? value[0] : value];
  });
  return inAddress.parse(Object.fromEntries(given));
}

/** The query of an address that asks for this, with its `?`; blank for the whole log. */
export function logQueryString(input: LogFilter & { from?: string }): string {
  const standard: LogInput = { ...wholeLog, from: '' };
  const parameters = new URLSearchParams();
  for (const key of Object.keys(parameterOf) as (keyof LogInput)[]) {
    const value = input[key] ?? '';
    const isUnused = (key === 'since' || key === 'until') && input.period !== 'days';
    if (value !== standard[key] && !isUnused) parameters.set(parameterOf[key], value);
  }
  const query = parameters.toString();
  return query ? `?${query}` : '';
}

/** How far back a filter reaches, from the moment of asking. `days`: from one day to another, both in UTC. */
export const recordPeriods = ['any', 'day', 'week', 'month', 'quarter', 'days'] as const;

export type RecordPeriod = (typeof recordPeriods)[number];

/** What of the audit trail somebody asks for; stands in the address. */
export interface RecordFilter {
  /** As typed; looked for in all that a record shows. Blank for everything. */
  text: string;
  /** One action, or `changes`, `looks`; blank for all. */
  action: string;
  /** One outcome; blank for all. */
  outcome: string;
  /** A manager's id, or a part of the name; blank for everybody. */
  manager: string;
  /** A user's id, or a part of the name; blank for everybody. */
  user: string;
  /** A part of a department's name; blank for all. */
  department: string;
  period: RecordPeriod;
  /** For the period `days`: YYYY-MM-DD, or blank. */
  since: string;
  until: string;
}

export interface RecordInput extends RecordFilter {
  /** The record behind which reading goes on, as an earlier page gave it; blank for the first page. */
  from: string;
}

export const allRecords: RecordFilter = {
  text: '',
  action: '',
  outcome: '',
  manager: '',
  user: '',
  department: '',
  period: 'any',
  since: '',
  until: '',
};

/** The names under which the parts of a filter stand in an address. */
export const recordParameters = {
  text: 'q',
  action: 'action',
  outcome: 'outcome',
  manager: 'manager',
  user: 'user',
  department: 'department',
  period: 'period',
  since: 'since',
  until: 'until',
  from: 'from',
} as const satisfies Record<keyof RecordInput, string>;

/** The query of an address that asks for this, with its `?`; blank for the whole trail. */
export function recordQueryString(input: RecordFilter & { from?: string }): string {
  const standard: RecordInput = { ...allRecords, from: '' };
  const parameters = new URLSearchParams();
  for (const key of Object.keys(recordParameters) as (keyof RecordInput)[]) {
    const value = input[key] ?? '';
    const isUnused = (key === 'since' || key === 'until') && input.period !== 'days';
    if (value !== standard[key] && !isUnused) parameters.set(recordParameters[key], value);
  }
  const query = parameters.toString();
  return query ? `?${query}` : '';
}

/** Whether anything narrows the trail. */
export function isNarrowing(filter: RecordFilter): boolean {
  return recordQueryString({ ...filter, from: '' }) !== '';
}

import type { Json } from '#lib/json.ts';
import { csvLine } from '../csv.ts';
import type { RecordChange } from './record-changes.ts';
import { type RecordDetails, recordDetails } from './record-view.ts';
import type { ShownRecord } from './shown-record.ts';

const cells: Record<string, (record: RecordDetails) => string | null> = {
  'Time (UTC)': ({ startedAt }) => startedAt,
  Action: ({ action }) => action,
  Permits: ({ permits }) => permits.join(', '),
  Outcome: ({ outcome }) => outcome,
  Manager: ({ manager }) => manager.name,
  'Manager id': ({ manager }) => manager.userId,
  Roles: ({ manager }) => manager.roles.join(', '),
  'Department of the manager': ({ manager }) => manager.departments.join(', '),
  User: ({ user }) => user?.name ?? null,
  'User id': ({ user }) => user?.userId ?? null,
  'Department of the user': ({ user }) => user?.departments.join(', ') ?? null,
  Reason: ({ reason }) => reason?.code ?? null,
  Hook: ({ reason }) => reason?.hook ?? null,
  Sentence: ({ reason }) => reason?.sentence ?? null,
  Saved: ({ saved }) => saved.join(', '),
  'Not saved': ({ notSaved }) => notSaved.join(', '),
  Changes: ({ changes }) =>
    changes
      .filter(({ kind }) => kind !== 'same' && kind !== 'open')
      .map(changeText)
      .join('\n'),
  'IP address': ({ ip }) => ip,
  'User agent': ({ userAgent }) => userAgent,
  'Duration (ms)': ({ durationMs }) => (durationMs === null ? null : `${durationMs}`),
  'Request id': ({ requestId }) => requestId,
  Undoes: ({ undoes }) => undoes,
  'Record id': ({ recordId }) => recordId,
  Tenant: ({ tenant }) => tenant,
};

/** The first line of a CSV file of records. */
export const recordHeadLine = csvLine(Object.keys(cells));

/** One record as a line of a CSV file. */
export function recordLine(shown: ShownRecord): string {
  const record = recordDetails(shown);
  return csvLine(Object.values(cells).map((cell) => cell(record)));
}

function changeText({ place, before, after }: RecordChange): string {
  return `${place}: ${sideText(before)} → ${sideText(after)}`;
}

function sideText(value: Json | undefined): string {
  return value === undefined ? '(nothing)' : JSON.stringify(value);
}

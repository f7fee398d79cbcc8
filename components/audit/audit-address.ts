import { userAddress } from '#components/users/user-address.ts';
import { allRecords, type RecordFilter, recordQueryString } from '#lib/users/records/record-filter.ts';

/** The address of the audit trail as a filter narrows it. */
export function auditAddress(filter: RecordFilter & { from?: string }): string {
  return `/audit${recordQueryString(filter)}`;
}

/** The address of one record. */
export function recordAddress(recordId: string): string {
  return `/audit/${encodeURIComponent(recordId)}`;
}

/** The address of one record with the question whether to undo it open. */
export function undoAddress(recordId: string): string {
  return `${recordAddress(recordId)}?undo=1`;
}

export type ExportForm = 'csv' | 'jsonl';

/** The address of the file that holds what a filter finds. */
export function recordsExportAddress(filter: RecordFilter, form: ExportForm): string {
  const query = recordQueryString(filter);
  return `/audit/export${query}${query ? '&' : '?'}form=${form}`;
}

/** Where to ask how many records are newer than a page. */
export function newRecordsAddress(filter: RecordFilter, end: string): string {
  const query = recordQueryString(filter);
  return `/audit/live${query}${query ? '&' : '?'}end=${encodeURIComponent(end)}`;
}

/** The address of the audit trail about one user. */
export function recordsOfUserAddress(userId: string): string {
  return auditAddress({ ...allRecords, user: userId });
}

/** The address of the history on a user's page. */
export function userHistoryAddress(userId: string, from = ''): string {
  return `${userAddress(userId)}?${new URLSearchParams({ tab: 'history', ...(from && { from }) })}`;
}

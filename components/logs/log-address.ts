import { userAddress } from '#components/users/user-address.ts';
import { type LogFilter, logQueryString, wholeLog } from '#lib/users/log/log-filter.ts';

/** The address of the tenant's log as a filter narrows it. */
export function logAddress(filter: LogFilter & { from?: string }): string {
  return `/logs${logQueryString(filter)}`;
}

/** The address of the file that holds what a filter finds. */
export function logExportAddress(filter: LogFilter): string {
  return `/logs/export${logQueryString(filter)}`;
}

/** The address of one entry of the tenant's log. */
export function logEntryAddress(logId: string): string {
  return `/logs/${encodeURIComponent(logId)}`;
}

/** The address of the tenant's log about one user. */
export function logOfUserAddress(userId: string): string {
  return logAddress({ ...wholeLog, user: userId });
}

/** The address of a page of a user's own log. */
export function userLogAddress(userId: string, page = 1): string {
  return `${userAddress(userId)}?tab=log${page > 1 ? `&page=${page}` : ''}`;
}

/** The address of one entry of a user's own log. */
export function userLogEntryAddress(userId: string, logId: string): string {
  return `${userAddress(userId)}/log/${encodeURIComponent(logId)}`;
}

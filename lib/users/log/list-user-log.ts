import { readUserLogs } from '#lib/auth0/user-logs.ts';
import type { Manager } from '../manager.ts';
import { reachOf } from '../permit/permit-log.ts';
import { permitToRead } from '../permit.ts';
import { recorded } from '../recorded.ts';
import { type LogEntryView, logEntryView } from './log-entry-view.ts';

/** A page of one user's own log. */
export interface UserLogPage {
  rows: LogEntryView[];
  /** From 1. */
  page: number;
  hasNextPage: boolean;
}

const userLogPageSize = 25;

/** Auth0 shows no more than 1,000 entries of it. */
const pagesMax = 1_000 / userLogPageSize;

/**
 * One page of a user's log, newest first. Beside the user's page it takes one call to the tenant.
 * @param page from 1
 * @throws AppError 'not-found', 'refused-by-hook', 'hook-failed', 'tenant-limit', 'tenant-unavailable'
 */
export const listUserLog = recorded(
  'read:logs',
  async (manager: Manager, userId: string, page: number): Promise<UserLogPage> => {
    const { permitted, seenAs } = await permitToRead(manager, userId, 'read:logs');
    const asked = Math.min(Math.max(1, page), pagesMax);
    const [entries, { isEverybody }] = await Promise.all([
      readUserLogs(permitted, asked, userLogPageSize),
      reachOf(manager),
    ]);
    const isMasked = seenAs !== permitted.user;
    return {
      rows: entries.map((entry) => logEntryView({ entry, user: seenAs, isMasked, isNarrowed: !isEverybody })),
      page: asked,
      hasNextPage: entries.length === userLogPageSize && asked < pagesMax,
    };
  },
  (userId, page) => ({ userId, payload: { page } }),
);

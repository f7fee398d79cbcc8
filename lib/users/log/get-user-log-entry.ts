import { readUserLogEntry } from '#lib/auth0/user-logs.ts';
import { AppError } from '#lib/errors.ts';
import { words } from '#lib/words.ts';
import type { Manager } from '../manager.ts';
import { reachOf } from '../permit/permit-log.ts';
import { permitToRead } from '../permit.ts';
import { recorded } from '../recorded.ts';
import { type LogEntryDetails, logEntryDetails } from './log-entry-view.ts';

/**
 * One entry of a user's own log, in one call besides that for the user.
 * @throws AppError 'not-found' alike for an entry that there is not and for one about somebody else;
 * 'refused-by-hook', 'hook-failed', 'tenant-limit', 'tenant-unavailable'
 */
export const getUserLogEntry = recorded(
  'read:logs',
  async (manager: Manager, userId: string, logId: string): Promise<LogEntryDetails> => {
    const { permitted, seenAs } = await permitToRead(manager, userId, 'read:logs');
    const [entry, { policy, isEverybody }] = await Promise.all([
      readUserLogEntry(permitted, logId),
      reachOf(manager),
    ]);
    if (!entry) throw new AppError('not-found', words('There is no such entry in the log of this user.'));
    const isMasked = seenAs !== permitted.user;
    return logEntryDetails({ entry, user: seenAs, isMasked, isNarrowed: !isEverybody }, policy.settings);
  },
  (userId, logId) => ({ userId, payload: { logId } }),
);

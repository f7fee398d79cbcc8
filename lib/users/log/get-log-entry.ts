import { readLogEntry } from '#lib/auth0/logs.ts';
import { AppError } from '#lib/errors.ts';
import { words } from '#lib/words.ts';
import type { Manager } from '../manager.ts';
import { logReach, seenEntries } from '../permit/permit-log.ts';
import { recorded } from '../recorded.ts';
import { type LogEntryDetails, logEntryDetails } from './log-entry-view.ts';

/**
 * One entry of the tenant's log, in one call and one for its user.
 * @throws AppError 'not-found' alike for what there is not and for what is about somebody else's user;
 * 'not-allowed', 'no-role', 'hook-failed', 'tenant-limit', 'tenant-unavailable'
 */
export const getLogEntry = recorded(
  'view:log-entry',
  async (manager: Manager, logId: string): Promise<LogEntryDetails> => {
    const reach = await logReach(manager);
    const unseen = await readLogEntry(logId);
    const [seen] = unseen ? await seenEntries(manager, reach, [unseen]) : [];
    if (!seen) {
      throw new AppError(
        'not-found',
        words('There is no such entry in the log, or it is not about one of your users.'),
      );
    }
    return logEntryDetails(seen, reach.policy.settings);
  },
  (logId) => ({ payload: { logId } }),
);

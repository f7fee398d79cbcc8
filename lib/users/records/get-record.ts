import { noteUserBefore } from '#lib/audit/note.ts';
import { env } from '#lib/env.ts';
import { AppError } from '#lib/errors.ts';
import { recordById } from '#lib/state/records.ts';
import { words } from '#lib/words.ts';
import type { Manager } from '../manager.ts';
import { recordReach, seenRecords } from '../permit/permit-records.ts';
import { recorded } from '../recorded.ts';
import { type RecordDetails, recordDetails } from './record-view.ts';
import { shownRecords } from './shown-record.ts';

/**
 * One record of the audit trail, in one call to the tenant for its user. The look is recorded in its turn.
 * @throws AppError 'not-found' alike for what there is not and for what is about somebody else's user;
 * 'not-allowed', 'no-role', 'hook-failed', 'tenant-limit', 'tenant-unavailable'
 */
export const getRecord = recorded(
  'view:record',
  async (manager: Manager, recordId: string): Promise<RecordDetails> => {
    const reach = await recordReach(manager);
    const stored = await recordById(recordId);
    const isHere = stored?.record.tenant === new URL(env().tenantOrigin).host;
    const seen = stored && isHere ? await seenRecords(manager, reach, [stored.record]) : [];
    const [shown] = await shownRecords(manager, reach, seen, 'shown');
    if (!shown) {
      throw new AppError(
        'not-found',
        words('There is no such record, or it is not about one of your users.'),
      );
    }
    if (shown.user) noteUserBefore(shown.user.user);
    return recordDetails(shown);
  },
  (recordId) => ({ payload: { recordId } }),
);

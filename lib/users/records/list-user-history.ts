import { type Manager, requireScope } from '../manager.ts';
import { noteSight } from '../permit/permit-records.ts';
import { permitToSee } from '../permit.ts';
import { listRecords, type RecordPage } from './list-records.ts';
import { allRecords } from './record-filter.ts';

/**
 * One page of the records about one user, the newest first. Beside the user's page it takes one call to the
 * tenant, for those who made the attempts.
 * @param from where it begins, as an earlier page gave it; blank for the first page
 * @throws AppError 'not-found', 'not-allowed', 'hook-failed', 'tenant-limit', 'tenant-unavailable'
 */
export async function listUserHistory(manager: Manager, userId: string, from: string): Promise<RecordPage> {
  requireScope(manager, 'read:users');
  const { permitted, seenAs } = await permitToSee(manager, userId, 'profile');
  noteSight(manager, permitted.user, seenAs);
  return listRecords(manager, { ...allRecords, user: userId, from });
}

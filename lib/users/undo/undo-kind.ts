import type { RecordAction, RecordOutcome } from '#lib/audit/record.ts';
import { type Words, words } from '#lib/words.ts';
import { isRestorable } from '../restore/is-restorable.ts';

/** What can be done about a record: undo it, make its user again, or nothing, and why. */
export type UndoKind = { kind: 'undo' | 'restore' } | { kind: 'none'; reason: Words };

/** What of a record decides. */
interface UndoneKind {
  action: RecordAction;
  outcome: RecordOutcome;
  startedAt: string;
  userId: string;
}

const day = 24 * 60 * 60_000;

/** How long a deleted user can be made again. */
export const restorableForDays = 30;

/** Decided by the record alone; what has become of the user since is looked at when it is asked for. */
export function undoKindOf({ action, outcome, startedAt, userId }: UndoneKind, nowMs = Date.now()): UndoKind {
  if (/^(view|read|export):/.test(action)) {
    return none(words('Nothing was changed by looking at something, so there is nothing to undo.'));
  }
  if (outcome !== 'done' && outcome !== 'partly') {
    return none(words('Nothing is known to have been changed, so there is nothing to undo.'));
  }
  switch (action) {
    case 'update:user':
    case 'block:user':
    case 'unblock:user':
    case 'change:roles':
    case 'change:organizations':
      return { kind: 'undo' };
    case 'delete:user':
      if (!isRestorable(userId)) {
        return none(
          words(
            'Only users of this tenant’s own databases can be restored. Others are there again when they sign in.',
          ),
        );
      }
      return nowMs - Date.parse(startedAt) <= restorableForDays * day
        ? { kind: 'restore' }
        : none(words('A deleted user can be restored for 30 days, which are over.'));
    case 'create:user':
    case 'restore:user':
      return none(words('A user who was made is not undone but deleted, on the user’s page.'));
    case 'reset:password':
    case 'send:verification-email':
      return none(words('A mail that was sent cannot be taken back.'));
    case 'lift:blocks':
      return none(words('Blocks that wrong passwords had brought about are not put back.'));
    case 'remove:multifactor-provider':
      return none(words('A second factor cannot be put back: the user sets it up again.'));
    case 'revoke:device':
    case 'revoke:sessions':
      return none(words('Whoever was signed out stays so, and signs in again.'));
    default:
      return none(words('There is no way back from this.'));
  }
}

function none(reason: Words): UndoKind {
  return { kind: 'none', reason };
}

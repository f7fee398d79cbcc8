import { currentAttempt } from '#lib/audit/attempt.ts';
import { noteAction } from '#lib/audit/note.ts';
import { claimUndoing, dropUndoing, settleUndoing } from '#lib/state/undone-records.ts';
import type { Manager } from '../manager.ts';
import { recorded } from '../recorded.ts';
import { planUndo } from './undo-plan.ts';
import type { UndoneRecord, UndoPreview } from './undo-view.ts';
import { alreadyUndone } from './undo-words.ts';

/**
 * What undoing a record would do: what stands now and what will, after every rule was asked that will be asked
 * again when it is done.
 * @throws AppError as `undoRecord` does
 */
export async function previewUndo(
  manager: Manager,
  { recordId }: { recordId: string },
): Promise<UndoPreview> {
  const { user, plan } = await planUndo(manager, recordId);
  const remainders = await plan.rehearse();
  return { user, action: plan.action, differences: plan.differences, remainders };
}

/**
 * Undoes a record once, as a new change of the manager's: by the same verb, hook and guard as if they had made it
 * by hand, and with a record of its own.
 * @throws AppError 'changed-meanwhile' where what would be undone has been changed since, or was undone already;
 * 'invalid-input' where there is no way back; and whatever the change by hand would throw
 */
export const undoRecord = recorded(
  'update:user',
  async (manager: Manager, { recordId }: { recordId: string }): Promise<UndoneRecord> => {
    const { record, user, plan } = await planUndo(manager, recordId);
    noteAction(plan.action, recordId);
    const claimed = await claimUndoing(recordId);
    if (!('claim' in claimed)) throw alreadyUndone(claimed);
    try {
      await plan.run();
    } catch (error) {
      // What may have been done all the same is for the next one to look at, as everything else is.
      await dropUndoing(recordId, claimed.claim);
      throw error;
    }
    const by = { recordId: currentAttempt()?.id ?? recordId, redoes: record.undoes };
    await settleUndoing(recordId, claimed.claim, by);
    return user;
  },
);

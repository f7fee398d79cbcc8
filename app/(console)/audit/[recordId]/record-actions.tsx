import { RestoreRecord } from '#components/audit/restore-record.tsx';
import { UndoRecord } from '#components/audit/undo-record.tsx';
import type { RecordDetails } from '#lib/users/records/record-view.ts';
import type { UndoOffer } from '#lib/users/undo/undo-offer.ts';
import { previewRestoreAction, previewUndoAction, restoreUserAction, undoRecordAction } from './actions.ts';

/** What can be done about a record, or why nothing can. */
export function RecordActions({
  record: { recordId, user },
  offer,
  isAsked,
}: {
  record: RecordDetails;
  offer: UndoOffer;
  /** The address asks for it, as the link in a message does. */
  isAsked: boolean;
}) {
  if (offer.kind === 'none') {
    return offer.reason ? <p className="max-w-90 text-13 text-muted">{offer.reason}</p> : null;
  }
  if (!user) return null;
  const shared = { recordId, name: user.name, isOpenAtFirst: isAsked };
  return offer.kind === 'restore' ? (
    <RestoreRecord {...shared} calls={{ preview: previewRestoreAction, run: restoreUserAction }} />
  ) : (
    <UndoRecord {...shared} calls={{ preview: previewUndoAction, run: undoRecordAction }} />
  );
}

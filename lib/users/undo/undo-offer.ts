import { said } from '#lib/words.ts';
import type { Manager } from '../manager.ts';
import { isChange } from '../records/record-actions.ts';
import type { RecordView } from '../records/record-view.ts';
import { undoKindOf } from './undo-kind.ts';

/** What the page of a record offers; `reason` is said where somebody may wonder why there is nothing. */
export type UndoOffer = { kind: 'undo' | 'restore' } | { kind: 'none'; reason: string | null };

/** What a manager is offered to do about a record; whether it can be done is looked at when it is asked for. */
export function undoOffer(manager: Manager, record: RecordView): UndoOffer {
  if (!manager.scope.includes('manage:users') || !record.user || !isChange(record.action)) {
    return { kind: 'none', reason: null };
  }
  const kind = undoKindOf({ ...record, userId: record.user.userId });
  if (kind.kind !== 'none') return kind;
  const wasDone = record.outcome === 'done' || record.outcome === 'partly';
  return { kind: 'none', reason: wasDone ? said(kind.reason) : null };
}

'use server';
import { managerAction } from '#lib/action.ts';
import { previewRestore } from '#lib/users/restore/preview-restore.ts';
import { restoreUser } from '#lib/users/restore/restore-user.ts';
import { recordInput } from '#lib/users/undo/schema-undo.ts';
import { previewUndo, undoRecord } from '#lib/users/undo/undo-record.ts';

export const previewUndoAction = managerAction(recordInput, previewUndo);

export const undoRecordAction = managerAction(recordInput, undoRecord);

export const previewRestoreAction = managerAction(recordInput, previewRestore);

export const restoreUserAction = managerAction(recordInput, restoreUser);

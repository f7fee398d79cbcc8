import { noteUserId } from '#lib/audit/note.ts';
import type { AuditRecord, RecordAction } from '#lib/audit/record.ts';
import { env } from '#lib/env.ts';
import { AppError } from '#lib/errors.ts';
import { recordById } from '#lib/state/records.ts';
import { undoneRecord } from '#lib/state/undone-records.ts';
import { type Words, words } from '#lib/words.ts';
import { blockUser } from '../block-user.ts';
import { displayNameOf } from '../display-name.ts';
import { type Manager, requireScope } from '../manager.ts';
import { permitAndSee } from '../permit.ts';
import { unrecorded } from '../recorded.ts';
import { unblockUser } from '../unblock-user.ts';
import { undoKindOf } from './undo-kind.ts';
import { planGroups } from './undo-plan-groups.ts';
import { planUpdate } from './undo-plan-update.ts';
import type { UndoDifference, UndoRemainder } from './undo-view.ts';
import { alreadyUndone, changedSince } from './undo-words.ts';

/** How a record is undone: by which verb, and what that changes. */
export interface UndoPlan {
  action: RecordAction;
  differences: UndoDifference[];
  /** Runs all rules without sending anything, and tells what would not come back. */
  rehearse(): Promise<UndoRemainder[]>;
  /** Does it, as a change of the manager's own. */
  run(): Promise<unknown>;
}

export interface PlannedUndo {
  record: AuditRecord;
  user: { userId: string; name: string };
  plan: UndoPlan;
}

/**
 * How a manager would undo a record, in one call to the tenant, and one more for roles and organizations.
 * @throws AppError 'not-found' alike for no such record and for somebody whom the manager may not see;
 * 'invalid-input' where there is no way back; 'changed-meanwhile' with what stands there now, or where it was undone already
 */
export async function planUndo(manager: Manager, recordId: string): Promise<PlannedUndo> {
  requireScope(manager, 'manage:users');
  const record = await recordToUndo(manager, recordId);
  const userId = record.user?.id ?? '';
  noteUserId(userId);
  const kind = undoKindOf({ ...record, userId });
  const { permitted, seenAs } = await permitAndSee(manager, userId, 'read:user').catch(asNoSuchRecord);
  if (kind.kind !== 'undo') {
    throw new AppError(
      'invalid-input',
      kind.kind === 'none' ? kind.reason : words('A deleted user is restored, not undone.'),
    );
  }
  // A mask would have to be held against every value that is compared and shown here.
  if (seenAs !== permitted.user) {
    throw new AppError(
      'not-allowed',
      words('You see only a part of this user, so you cannot undo what was done to them.'),
    );
  }
  const undone = await undoneRecord(recordId);
  if (undone) throw alreadyUndone(undone);
  const user = { userId, name: displayNameOf(seenAs) };
  switch (record.action) {
    case 'block:user':
    case 'unblock:user':
      return {
        record,
        user,
        plan: planBlock(manager, record, permitted.user.blocked === true),
      };
    case 'change:roles':
    case 'change:organizations':
      return { record, user, plan: await planGroups(manager, record, userId) };
    default:
      return { record, user, plan: await planUpdate(manager, record, permitted.user) };
  }
}

/** A record of this tenant that is about a user; whether the manager may see that user is for `permit` to say. */
async function recordToUndo(manager: Manager, recordId: string): Promise<AuditRecord> {
  const stored = await recordById(recordId);
  const isHere = stored?.record.tenant === new URL(env().tenantOrigin).host;
  if (!stored || !isHere) throw noSuchRecord();
  const { record } = stored;
  if (record.user) return record;
  const { kind, reason }: { kind: string; reason?: Words } = undoKindOf({ ...record, userId: '' });
  const isOwn = record.manager.id === manager.user.user_id || manager.scope.includes('manage:config');
  throw kind === 'none' && isOwn ? new AppError('invalid-input', reason) : noSuchRecord();
}

function planBlock(
  manager: Manager,
  { action: done, user, before, after }: AuditRecord,
  isBlocked: boolean,
): UndoPlan {
  const userId = user?.id ?? '';
  const wasBlocking = done === 'block:user';
  if ((before?.blocked === true) === (after?.blocked === true)) {
    throw new AppError('invalid-input', words('Nothing was changed by this, so there is nothing to undo.'));
  }
  if (isBlocked !== wasBlocking) {
    throw changedSince([
      isBlocked ? words('The user is blocked again.') : words('The user is not blocked any more.'),
    ]);
  }
  const verb = unrecorded(wasBlocking ? unblockUser : blockUser);
  const action = wasBlocking ? 'unblock:user' : 'block:user';
  return {
    action,
    differences: [{ label: 'blocked', now: isBlocked, after: !isBlocked }],
    rehearse: async () => {
      await permitAndSee(manager, userId, action);
      return [];
    },
    run: () => verb(manager, { userId }),
  };
}

function asNoSuchRecord(error: unknown): never {
  if (error instanceof AppError && error.code === 'not-found') throw noSuchRecord(error);
  throw error;
}

function noSuchRecord(cause?: unknown): AppError {
  const sentence = words('There is no such record, or it is not about one of your users.');
  return new AppError('not-found', sentence, { cause });
}

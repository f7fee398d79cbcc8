import { type RecordAction, recordActions } from '#lib/audit/record.ts';

const isLook = (action: RecordAction) => /^(view|read|export):/.test(action);

/** Actions that change something, or would have. */
export const changeActions: readonly RecordAction[] = recordActions.filter((action) => !isLook(action));

/** Actions that only show something. */
export const lookActions: readonly RecordAction[] = recordActions.filter(isLook);

/** Whether an attempt was to change something. */
export function isChange(action: RecordAction): boolean {
  return !isLook(action);
}

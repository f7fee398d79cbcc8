import type { Answer } from '#components/users/form/call-action.ts';
import type { RecordAction } from '#lib/audit/record.ts';
import type { BulkAction, BulkVerdict } from '#lib/users/bulk/bulk-view.ts';

/** A user of the list, as the bar and its dialog name them. */
export interface BulkUser {
  userId: string;
  name: string;
  email: string | null;
}

/** The server's actions: a look at all of them, and what is done to one after the other. */
export type BulkCalls = Record<BulkAction, (input: { userId: string }) => Promise<Answer<unknown>>> & {
  preview(input: { action: BulkAction; userIds: string[] }): Promise<Answer<BulkVerdict[]>>;
};

/** What stands at hand in the bar, what is in its menu, and what comes last, in red. */
export const handyActions = ['block', 'unblock'] as const satisfies BulkAction[];
export const otherActions = [
  'verify-email',
  'revoke-access',
  'remove-multifactor',
] as const satisfies BulkAction[];
export const lastAction = 'delete' satisfies BulkAction;

/** Under which name the audit trail keeps each. */
export const recordActionOf: Record<BulkAction, RecordAction> = {
  block: 'block:user',
  unblock: 'unblock:user',
  'verify-email': 'send:verification-email',
  'revoke-access': 'revoke:sessions',
  'remove-multifactor': 'remove:multifactor-provider',
  delete: 'delete:user',
};

import type { BulkCalls } from '#components/users/bulk/bulk-action.ts';
import {
  blockOneOfManyAction,
  deleteOneOfManyAction,
  previewBulkAction,
  removeMultifactorOfOneOfManyAction,
  revokeOneOfManyAction,
  unblockOneOfManyAction,
  verifyOneOfManyAction,
} from './actions.ts';

/** What the bar over the list's selection calls. */
export const bulkCalls: BulkCalls = {
  preview: previewBulkAction,
  block: blockOneOfManyAction,
  unblock: unblockOneOfManyAction,
  'verify-email': verifyOneOfManyAction,
  'revoke-access': revokeOneOfManyAction,
  'remove-multifactor': removeMultifactorOfOneOfManyAction,
  delete: deleteOneOfManyAction,
};

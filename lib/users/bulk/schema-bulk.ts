import { z } from 'zod';
import { bulkActions, bulkUsersMax } from './bulk-view.ts';

/** The form of what `previewBulk` takes. */
export const bulkPreviewInput = z.strictObject({
  action: z.enum(bulkActions),
  userIds: z.array(z.string()).min(1).max(bulkUsersMax),
});

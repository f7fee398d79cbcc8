import {
  blockOneOfMany,
  deleteOneOfMany,
  removeMultifactorOfOneOfMany,
  revokeOneOfMany,
  unblockOneOfMany,
  verifyOneOfMany,
} from '#lib/users/bulk/bulk-verbs.ts';
import { previewBulk } from '#lib/users/bulk/preview-bulk.ts';
import type { Manager } from '#lib/users/manager.ts';

/** The places from which hooks are called about a selection of users, in an order in which all of them go through. */
export function placesOfBulk(asked: () => Manager, userId: string) {
  const one = { userId };
  return {
    'a preview of many deleted': () => previewBulk(asked(), { action: 'delete', userIds: [userId] }),
    'one of many unblocked': () => unblockOneOfMany(asked(), one),
    'one of many blocked': () => blockOneOfMany(asked(), one),
    'one of many sent a verification mail': () => verifyOneOfMany(asked(), one),
    'one of many signed out': () => revokeOneOfMany(asked(), one),
    'one of many without second factors': () => removeMultifactorOfOneOfMany(asked(), one),
    'one of many deleted': () => deleteOneOfMany(asked(), one),
  } satisfies Record<string, () => Promise<unknown>>;
}

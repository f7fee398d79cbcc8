/** What can be done to many users at once: each is one verb that needs to know no more than the user. */
export const bulkActions = [
  'block',
  'unblock',
  'verify-email',
  'revoke-access',
  'remove-multifactor',
  'delete',
] as const;

export type BulkAction = (typeof bulkActions)[number];

/** As many as one page of the list holds at most. */
export const bulkUsersMax = 100;

/**
 * What an action would do to one user. `already`: nothing, because they are so; `refused`: `reason` says why, in
 * the access hook's own words where it was the hook.
 */
export type BulkVerdict = { userId: string } & (
  | { verdict: 'ready' | 'already' }
  | { verdict: 'refused'; reason: string }
);

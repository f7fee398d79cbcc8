import type { User } from '#lib/auth0/user.ts';

/** In the order in which the first that applies is shown. */
export const userStatuses = ['blocked', 'never-signed-in', 'unverified', 'active'] as const;

export type UserStatus = (typeof userStatuses)[number];

/** The one word that says most about a user: that they cannot sign in, then that they have not yet. */
export function statusOf(user: User): UserStatus {
  if (user.blocked === true) return 'blocked';
  if (!user.last_login) return 'never-signed-in';
  if (user.email !== undefined && user.email_verified === false) return 'unverified';
  return 'active';
}

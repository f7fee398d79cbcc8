import type { User } from '#lib/auth0/user.ts';
import { displayNameOf } from './display-name.ts';

/** Whom an action was done to, as the manager may see them. */
export interface DoneToUser {
  userId: string;
  /** The name, else the e-mail address, the username, the id. */
  name: string;
}

export function doneTo(seenAs: User): DoneToUser {
  return { userId: seenAs.user_id, name: displayNameOf(seenAs) };
}

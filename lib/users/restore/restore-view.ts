import type { UndoDifference } from '../undo/undo-view.ts';

/** What making a deleted user again would do, before it is done. */
export interface RestorePreview {
  user: { userId: string; name: string; email: string | null };
  /** Until when it can be done; ISO 8601, UTC. */
  until: string;
  /** Where the rules would have the user be otherwise than they were; `now` is how they were. */
  changes: UndoDifference[];
  /** The names of what is put back. */
  roles: string[];
  organizations: string[];
  /** What is not put back beside the password, which never is. `secrets`: parts of the profile that no record keeps. */
  missing: ('secrets' | 'roles' | 'organizations')[];
  /** Why the manager may not put roles and organizations back; absent where they may, or where there are none. */
  groupsRefused: string | null;
  /** Why no mail to set a new password can be sent; absent where it is. */
  mailRefused: string | null;
}

/** A user who is there again, with all that belongs to it. */
export interface RestoredUser {
  userId: string;
  name: string;
}

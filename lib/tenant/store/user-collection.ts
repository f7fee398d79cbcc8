import type { TenantUser } from '../tenant-user.ts';
import { copyDocument } from './copy-document.ts';
import { DelayedIndex } from './delayed-index.ts';
import type { DocumentFile } from './document-file.ts';
import { type OrganizationsByUser, SearchIndex } from './search-index.ts';
import type { UserCollection } from './store.ts';
import { UsersByKey } from './users-by-key.ts';

interface UserCollectionOptions {
  file: DocumentFile;
  /** Those that the file held; the search knows them at once. */
  users: Map<string, TenantUser>;
  indexDelayMs: () => number;
  now: () => number;
  organizationsByUser: OrganizationsByUser;
}

export const usersName = 'users';

/** The users with the look-ups that are always up to date and the search that may lag behind. */
export function userCollection(options: UserCollectionOptions): UserCollection {
  const { file, users, indexDelayMs, now, organizationsByUser } = options;
  const index = new SearchIndex(organizationsByUser);
  const delayedIndex = new DelayedIndex(index, now);
  const byEmail = new UsersByKey((user) => user.email);
  const byUsername = new UsersByKey((user) => user.username);
  for (const [id, user] of users) {
    index.replace(id, user);
    byEmail.replace(undefined, user);
    byUsername.replace(undefined, user);
  }

  function replace(id: string, user: TenantUser | undefined): void {
    const old = users.get(id);
    if (user === undefined) users.delete(id);
    else users.set(id, user);
    byEmail.replace(old, user);
    byUsername.replace(old, user);
    delayedIndex.replace(id, user, indexDelayMs());
    file.write(usersName, id, user);
  }

  function copiesOf(ids: string[]): TenantUser[] {
    return ids.flatMap((id) => copyDocument(users.get(id)) ?? []);
  }

  return {
    get: (id) => copyDocument(users.get(id)),
    set: (id, user) => replace(id, copyDocument(user)),
    delete(id) {
      const existed = users.has(id);
      if (existed) replace(id, undefined);
      return existed;
    },
    *values() {
      for (const user of users.values()) yield copyDocument(user);
    },
    get size() {
      return users.size;
    },
    byEmail: (email) => copiesOf(byEmail.idsOf(email)),
    byUsername: (username) => copiesOf(byUsername.idsOf(username)),
    search(search) {
      const { users: found, total } = delayedIndex.search(search);
      return { users: found.map((user) => copyDocument(user)), total };
    },
  };
}

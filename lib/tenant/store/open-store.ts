import type { TenantUser } from '../tenant-user.ts';
import { documentCollection } from './document-collection.ts';
import { noFile, openDocumentFile } from './document-file.ts';
import type { Collection, Store } from './store.ts';
import { userCollection, usersName } from './user-collection.ts';

export interface StoreOptions {
  /** The SQLite file; without it everything is gone at `close`. */
  file?: string;
  /** Read at each change: how long the search lags behind it. */
  indexDelayMs?: () => number;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/**
 * Opens one tenant's store. All documents are read into memory; changes are written to the file at the end of each
 * turn of the event loop and at `close`.
 * @throws {Error} when the file is in use by another process or is none of ours
 */
export function openStore(options: StoreOptions = {}): Store {
  const file = options.file === undefined ? noFile : openDocumentFile(options.file);
  const stored = new Map<string, Map<string, object>>();
  const storedUsers = new Map<string, TenantUser>();
  for (const { collection, id, body } of file.stored()) {
    if (collection === usersName) storedUsers.set(id, JSON.parse(body));
    else documentsOf(stored, collection).set(id, JSON.parse(body));
  }
  const collections = new Map<string, Collection<object>>();

  function collection<T extends object>(name: string): Collection<T>;
  function collection(name: string): Collection<object> {
    if (name === usersName) throw new Error('The users are in store.users.');
    const opened = collections.get(name) ?? documentCollection(name, file, documentsOf(stored, name));
    collections.set(name, opened);
    return opened;
  }

  const users = userCollection({
    file,
    users: storedUsers,
    indexDelayMs: options.indexDelayMs ?? (() => 0),
    now: options.now ?? Date.now,
    organizationsByUser: () => organizationsByUser(collection('organization-members')),
  });
  return { users, collection, close: () => file.close() };
}

function documentsOf(stored: Map<string, Map<string, object>>, name: string): Map<string, object> {
  const documents = stored.get(name) ?? new Map<string, object>();
  stored.set(name, documents);
  return documents;
}

function organizationsByUser(members: Collection<{ organization_id: string; user_id: string }>) {
  const organizations = new Map<string, string[]>();
  for (const { organization_id: organization, user_id: user } of members.values()) {
    const known = organizations.get(user);
    if (known === undefined) organizations.set(user, [organization]);
    else known.push(organization);
  }
  return organizations;
}

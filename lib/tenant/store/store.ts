import type { TenantUser } from '../tenant-user.ts';

/**
 * A named set of JSON documents, held in memory and written through to the tenant's file. Documents go in and come
 * out as copies: nothing that a caller does to one reaches the collection before `set`.
 */
export interface Collection<T> {
  get(id: string): T | undefined;
  set(id: string, document: T): void;
  delete(id: string): boolean;
  values(): Iterable<T>;
  readonly size: number;
}

/** Every collection of one tenant. Documents are values: change one by setting it again. */
export interface Store {
  /** The users, with the indexes that search and look-up need. */
  readonly users: UserCollection;
  /** Any other collection, made on first use: connections, roles, logs, OIDC sessions, … */
  collection<T extends object>(name: string): Collection<T>;
  close(): void;
}

/** One page of a search. `total` counts every match, not only the page. */
export interface UserPage {
  users: TenantUser[];
  total: number;
}

/** Search as `GET /api/v2/users` takes it; `sort` is `field:1` or `field:-1`. */
export interface UserSearch {
  query?: string;
  sort?: string;
  page: number;
  perPage: number;
}

export interface UserCollection extends Collection<TenantUser> {
  /** Users with this e-mail address, whatever its case; never delayed. */
  byEmail(email: string): TenantUser[];
  /** Users with this username, whatever its case; never delayed. */
  byUsername(username: string): TenantUser[];
  /**
   * What the search index knows, which lags behind `set` by the index delay switched on.
   * @throws {LuceneSyntaxError} when the query does not parse
   */
  search(search: UserSearch): UserPage;
}

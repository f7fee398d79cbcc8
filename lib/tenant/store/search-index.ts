import { type Matcher, matcherOf } from '#lib/lucene/evaluate.ts';
import { parseLucene } from '#lib/lucene/parse.ts';
import { fieldsOf, type Query } from '#lib/lucene/query.ts';
import type { TenantUser } from '../tenant-user.ts';
import { parseSort, type Sort, SortOrder, sortUsers } from './sort-order.ts';
import type { UserPage, UserSearch } from './store.ts';
import { ValueIndex } from './value-index.ts';

/** So many fields and orders are kept ready; the one that was asked for least recently goes first. */
const keptIndexesMax = 16;
const keptAnswersMax = 8;

/** The organizations of each user, which the index does not hold itself. */
export type OrganizationsByUser = () => ReadonlyMap<string, string[]>;

/** What the search knows of the users. Hands out its own objects: copy them before they leave the store. */
export class SearchIndex {
  private readonly users = new Map<string, TenantUser>();
  private readonly valueIndexes = new Map<string, ValueIndex>();
  private readonly sortOrders = new Map<string, SortOrder>();
  /** Everybody whom a search found, for its other pages; until the next change. */
  private readonly answers = new Map<string, TenantUser[]>();
  private readonly organizationsByUser: OrganizationsByUser;

  constructor(organizationsByUser: OrganizationsByUser) {
    this.organizationsByUser = organizationsByUser;
  }

  /** Puts a user in place of the one with this id; `undefined` takes the user out. */
  replace(id: string, replacement: TenantUser | undefined): void {
    const old = this.users.get(id);
    const user = replacement && withoutSecrets(replacement);
    if (user === undefined) this.users.delete(id);
    else this.users.set(id, user);
    this.answers.clear();
    for (const index of this.valueIndexes.values()) index.replace(old, user);
    for (const order of this.sortOrders.values()) order.replace(old, user);
  }

  search({ query: text, sort, page, perPage }: UserSearch): UserPage {
    const query: Query = text === undefined ? { kind: 'all' } : parseLucene(text);
    const users = fieldsOf(query).has('organization_id')
      ? this.matchesOf(query, sort)
      : keptReady(this.answers, JSON.stringify([text, sort]), keptAnswersMax, () =>
          this.matchesOf(query, sort),
        );
    return { users: users.slice(page * perPage, (page + 1) * perPage), total: users.length };
  }

  private matchesOf(query: Query, sortText: string | undefined): TenantUser[] {
    const sort = sortText === undefined ? undefined : parseSort(sortText);
    const matcher = this.matcher(query);
    const candidates = this.candidates(query);
    if (candidates === undefined) return Array.from(this.everybody(sort)).filter(matcher);
    const found = Array.from(candidates).filter(matcher);
    if (found.length * 20 < this.users.size) return sort === undefined ? found : sortUsers(found, sort);
    const isFound = new Set(found);
    return Array.from(this.everybody(sort)).filter((user) => isFound.has(user));
  }

  private everybody(sort: Sort | undefined): Iterable<TenantUser> {
    const { users } = this;
    if (sort === undefined) return users.values();
    const key = `${sort.field}:${sort.direction}`;
    return keptReady(this.sortOrders, key, keptIndexesMax, () => new SortOrder(sort, users.values())).inOrder(
      users.values(),
    );
  }

  /** The organizations of a user are looked up for the queries that ask for them. */
  private matcher(query: Query): Matcher {
    const matcher = matcherOf(query);
    if (!fieldsOf(query).has('organization_id')) return matcher;
    const organizations = this.organizationsByUser();
    return (user) => {
      const id: unknown = Reflect.get(user, 'user_id');
      const ids = typeof id === 'string' ? organizations.get(id) : undefined;
      return matcher({ ...user, organization_id: ids });
    };
  }

  /** A set that holds every user whom the query matches, or `undefined` for no narrower set than everybody. */
  private candidates(query: Query): Set<TenantUser> | undefined {
    if (query.kind === 'term' && query.field !== undefined && query.field !== 'organization_id') {
      const { field, value } = query;
      return keptReady(
        this.valueIndexes,
        field,
        keptIndexesMax,
        () => new ValueIndex(field, this.users.values()),
      ).usersWith(value);
    }
    if (query.kind === 'and') {
      const sets = query.queries.flatMap((part) => this.candidates(part) ?? []);
      return sets.reduce<Set<TenantUser> | undefined>(
        (smallest, set) => (smallest === undefined || set.size < smallest.size ? set : smallest),
        undefined,
      );
    }
    if (query.kind === 'or') {
      const sets = query.queries.map((part) => this.candidates(part));
      const union = new Set<TenantUser>();
      for (const set of sets) {
        if (set === undefined) return undefined;
        for (const user of set) union.add(user);
      }
      return union;
    }
    return undefined;
  }
}

/** What the index does not hold cannot be guessed by searching for it. */
function withoutSecrets(user: TenantUser): TenantUser {
  const { password_hash: _secret, ...rest } = user;
  return rest;
}

/** What is kept under this key, moved to the end of the row in which the first is the next to go. */
function keptReady<T>(kept: Map<string, T>, key: string, keptMax: number, make: () => T): T {
  const ready = kept.get(key) ?? make();
  kept.delete(key);
  kept.set(key, ready);
  const [oldest] = kept.keys();
  if (kept.size > keptMax && oldest !== undefined) kept.delete(oldest);
  return ready;
}

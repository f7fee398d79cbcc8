import type { TenantUser } from '../tenant-user.ts';

/** `direction` 1 counts up, -1 down; users without the field come last either way. */
export interface Sort {
  field: string;
  direction: 1 | -1;
}

/** Reads `name:1` or `name:-1`; `undefined` for anything else. */
export function parseSort(text: string): Sort | undefined {
  const [, field, direction] = /^([^:\s]+):(1|-1)$/.exec(text) ?? [];
  return field === undefined ? undefined : { field, direction: direction === '1' ? 1 : -1 };
}

type SortKey = string | number | undefined;

const fieldsIgnoringCase = new Set(['email', 'name', 'given_name', 'family_name', 'nickname']);

function sortKey(user: TenantUser, field: string): SortKey {
  const value = Object.hasOwn(user, field) ? user[field] : undefined;
  if (typeof value === 'string') return fieldsIgnoringCase.has(field) ? value.toLowerCase() : value;
  if (typeof value === 'number') return value;
  return typeof value === 'boolean' ? Number(value) : undefined;
}

function compareKeys(a: SortKey, b: SortKey, direction: 1 | -1): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -direction : direction;
}

/** The users in order. Among equals the id decides, so that pages neither repeat nor skip anybody. */
export function sortUsers(users: Iterable<TenantUser>, { field, direction }: Sort): TenantUser[] {
  return Array.from(users, (user) => ({ user, key: sortKey(user, field) }))
    .sort((a, b) => compareKeys(a.key, b.key, direction) || compareIds(a.user, b.user))
    .map(({ user }) => user);
}

function compareIds(a: TenantUser, b: TenantUser): number {
  if (a.user_id === b.user_id) return 0;
  return a.user_id < b.user_id ? -1 : 1;
}

interface Replacement {
  old: TenantUser | undefined;
  new: TenantUser | undefined;
}

/** With more changes than this since the last look, sorting anew is quicker than putting each in its place. */
const replacementsMax = 500;

/** All users of the index in one order, which follows changes when it is next looked at. */
export class SortOrder {
  private readonly sort: Sort;
  private users: TenantUser[];
  private replacements: Replacement[] = [];

  constructor(sort: Sort, users: Iterable<TenantUser>) {
    this.sort = sort;
    this.users = sortUsers(users, sort);
  }

  replace(old: TenantUser | undefined, replacement: TenantUser | undefined): void {
    if (this.replacements.length <= replacementsMax) this.replacements.push({ old, new: replacement });
  }

  /** @param all every user of the index, for when sorting anew is quicker */
  inOrder(all: Iterable<TenantUser>): readonly TenantUser[] {
    if (this.replacements.length > replacementsMax) {
      this.users = sortUsers(all, this.sort);
    } else {
      for (const { old, new: replacement } of this.replacements) {
        if (old !== undefined) this.users.splice(this.placeOf(old), 1);
        if (replacement !== undefined) this.users.splice(this.placeOf(replacement), 0, replacement);
      }
    }
    this.replacements = [];
    return this.users;
  }

  /** The place of the first user who does not come before this one. */
  private placeOf(user: TenantUser): number {
    const { field, direction } = this.sort;
    const key = sortKey(user, field);
    let low = 0;
    let high = this.users.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.users[middle];
      if (other === undefined) break;
      const order = compareKeys(sortKey(other, field), key, direction) || compareIds(other, user);
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

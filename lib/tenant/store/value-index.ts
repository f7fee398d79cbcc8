import { type FieldReader, fieldReader, type SearchableValue } from '#lib/lucene/field-values.ts';
import type { TenantUser } from '../tenant-user.ts';

/** Which users hold a value in one field. Narrows a search; the query itself still decides about each user. */
export class ValueIndex {
  private readonly reader: FieldReader;
  private readonly usersByValue = new Map<string, Set<TenantUser>>();

  constructor(field: string, users: Iterable<TenantUser>) {
    this.reader = fieldReader(field);
    for (const user of users) this.replace(undefined, user);
  }

  replace(old: TenantUser | undefined, replacement: TenantUser | undefined): void {
    if (old !== undefined) {
      this.reader.some(old, (value) => {
        const key = this.keyOf(value);
        const users = this.usersByValue.get(key);
        users?.delete(old);
        if (users?.size === 0) this.usersByValue.delete(key);
        return false;
      });
    }
    if (replacement !== undefined) {
      this.reader.some(replacement, (value) => {
        const key = this.keyOf(value);
        const users = this.usersByValue.get(key);
        if (users === undefined) this.usersByValue.set(key, new Set([replacement]));
        else users.add(replacement);
        return false;
      });
    }
  }

  /** Every user whom a term with this text could find. */
  usersWith(text: string): Set<TenantUser> {
    const number = text.trim() === '' ? Number.NaN : Number(text);
    const keys = [this.keyOf(text), ...(Number.isNaN(number) ? [] : [this.keyOf(number)])];
    if (text === 'true' || text === 'false') keys.push(this.keyOf(text === 'true'));
    const found = keys.flatMap((key) => this.usersByValue.get(key) ?? []);
    const [only] = found;
    if (found.length === 1 && only !== undefined) return only;
    return new Set(found.flatMap((users) => Array.from(users)));
  }

  private keyOf(value: SearchableValue): string {
    if (typeof value !== 'string') return `${typeof value} ${value}`;
    return `text ${this.reader.ignoresCase ? value.toLowerCase() : value}`;
  }
}

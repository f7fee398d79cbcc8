import type { TenantUser } from '../tenant-user.ts';

/** Finds users by a text that several may share, whatever its case. Knows every change at once. */
export class UsersByKey {
  private readonly keyOf: (user: TenantUser) => string | undefined;
  private readonly ids = new Map<string, Set<string>>();

  constructor(keyOf: (user: TenantUser) => string | undefined) {
    this.keyOf = keyOf;
  }

  replace(old: TenantUser | undefined, user: TenantUser | undefined): void {
    const oldKey = old && this.keyOf(old)?.toLowerCase();
    const key = user && this.keyOf(user)?.toLowerCase();
    if (old !== undefined && oldKey !== undefined) {
      const ids = this.ids.get(oldKey);
      ids?.delete(old.user_id);
      if (ids?.size === 0) this.ids.delete(oldKey);
    }
    if (user !== undefined && key !== undefined) {
      const ids = this.ids.get(key);
      if (ids === undefined) this.ids.set(key, new Set([user.user_id]));
      else ids.add(user.user_id);
    }
  }

  idsOf(key: string): string[] {
    return Array.from(this.ids.get(key.toLowerCase()) ?? []);
  }
}

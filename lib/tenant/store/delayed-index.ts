import type { TenantUser } from '../tenant-user.ts';
import type { SearchIndex } from './search-index.ts';
import type { UserPage, UserSearch } from './store.ts';

interface Pending {
  user: TenantUser | undefined;
  dueAtMs: number;
}

/** A search index that learns of changes late, as Auth0's does. Changes wait without a timer until somebody searches. */
export class DelayedIndex {
  private readonly index: SearchIndex;
  private readonly now: () => number;
  private readonly pending = new Map<string, Pending[]>();

  constructor(index: SearchIndex, now: () => number) {
    this.index = index;
    this.now = now;
  }

  replace(id: string, user: TenantUser | undefined, delayMs: number): void {
    const dueAtMs = this.now() + delayMs;
    const earlier = this.pending.get(id)?.filter((pending) => pending.dueAtMs < dueAtMs) ?? [];
    if (delayMs <= 0) {
      this.pending.delete(id);
      this.index.replace(id, user);
    } else {
      this.pending.set(id, [...earlier, { user, dueAtMs }]);
    }
  }

  search(search: UserSearch): UserPage {
    this.catchUp();
    return this.index.search(search);
  }

  private catchUp(): void {
    const now = this.now();
    for (const [id, waiting] of this.pending) {
      const due = waiting.filter((pending) => pending.dueAtMs <= now).at(-1);
      if (due === undefined) continue;
      this.index.replace(id, due.user);
      const later = waiting.filter((pending) => pending.dueAtMs > now);
      if (later.length === 0) this.pending.delete(id);
      else this.pending.set(id, later);
    }
  }
}

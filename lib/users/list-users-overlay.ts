import type { Found } from '#lib/auth0/proofs.ts';
import type { Query } from '#lib/lucene/query.ts';
import { forgetIndexed, isAtLeastAsNew, ownWrites } from '#lib/state/own-writes.ts';
import type { ToSee } from './permit.ts';

/** One user of a page, before it is known whether the manager may see them. */
export interface Candidate extends ToSee {
  /** `index`: as the search found them; `written`: found, but as they are since; `added`: not found. */
  origin: 'index' | 'written' | 'added';
  isNew: boolean;
}

/**
 * A page of search results with what was written here since laid over it: users created here stand first,
 * changed ones are as they are now, deleted ones are gone. Whatever the search did not see this way has to
 * match it once more.
 * @param isWhole the page holds all that was found, so that a changed user who is missing was not found at all
 */
export async function laidOver(
  found: readonly Found[],
  search: Query,
  isWhole: boolean,
): Promise<{ candidates: Candidate[]; deletedCount: number }> {
  await forgetIndexed(found);
  const { written, deletedIds } = await ownWrites();
  const foundIds = new Set(found.map(({ user_id }) => user_id));
  const added = [...written]
    .filter(([userId, { isCreation }]) => !foundIds.has(userId) && (isCreation || isWhole))
    .map(
      ([, own]): Candidate => ({
        found: own.found,
        matching: search,
        origin: 'added',
        isNew: own.isCreation,
      }),
    );
  const kept = found.filter(({ user_id }) => !deletedIds.has(user_id));
  const shown = kept.map((one): Candidate => {
    const own = written.get(one.user_id)?.found;
    return own && !isAtLeastAsNew(one.updated_at, own.updated_at)
      ? { found: own, matching: search, origin: 'written', isNew: false }
      : { found: one, origin: 'index', isNew: false };
  });
  return { candidates: [...added, ...shown], deletedCount: found.length - kept.length };
}

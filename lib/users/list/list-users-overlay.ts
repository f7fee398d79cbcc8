import type { Found } from '#lib/auth0/proofs.ts';
import { matches } from '#lib/lucene/evaluate.ts';
import type { Query } from '#lib/lucene/query.ts';
import { forgetIndexed, isAtLeastAsNew, type OwnWrite, type OwnWrites } from '#lib/state/own-writes.ts';
import type { ToSee } from '../permit.ts';

/** One user of a page, before it is known whether the manager may see them. */
export interface Candidate extends ToSee {
  isNew: boolean;
}

/** More rows than the largest page has are not put in front of one. */
export const addedMax = 100;

/**
 * A page of search results with what was written since, on whichever server, laid over it: users created here
 * stand first, and those whom a change has brought among the results; changed ones are as they are now, deleted
 * ones are gone.
 * @param own what was written, read no later than the search was made
 * @param query what was searched for, with what the list is narrowed to
 * @param isWhole the page holds all that was found, so that a user who is missing was not found at all
 * @param most how many are put in front of what was found, the newest of them
 */
export async function laidOver(
  found: readonly Found[],
  { written, deletedIds }: OwnWrites,
  query: Query,
  isWhole: boolean,
  most = Number.POSITIVE_INFINITY,
): Promise<{ candidates: Candidate[]; deletedCount: number }> {
  await forgetIndexed(found);
  const foundIds = new Set(found.map(({ user_id }) => user_id));
  // Before its change the user was in no search for this, so an index that lags has it on no other page.
  const isNowhere = ({ before, isCreation }: OwnWrite) =>
    isWhole || isCreation || (before !== undefined && !matches(query, before));
  const added = [...written]
    .filter(([userId, own]) => !foundIds.has(userId) && isNowhere(own))
    .slice(0, most)
    .map(([, { found: own, isCreation }]): Candidate => ({ found: own, origin: 'added', isNew: isCreation }));
  const kept = found.filter(({ user_id }) => !deletedIds.has(user_id));
  const shown = kept.map((one): Candidate => {
    const own = written.get(one.user_id)?.found;
    return own && !isAtLeastAsNew(one.updated_at, own.updated_at)
      ? { found: own, origin: 'written', isNew: false }
      : { found: one, origin: 'index', isNew: false };
  });
  return { candidates: [...added, ...shown], deletedCount: found.length - kept.length };
}

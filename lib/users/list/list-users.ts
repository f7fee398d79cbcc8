import { searchResultsMax, searchUsers } from '#lib/auth0/search-users.ts';
import { AppError } from '#lib/errors.ts';
import { forgetIndexed, ownWrites, takeDueWrites } from '#lib/state/own-writes.ts';
import { membershipsLabelOf } from '../form/field-label.ts';
import type { Manager } from '../manager.ts';
import type { Scope } from '../permit/scope.ts';
import { searchByIds } from '../permit/search-by-ids.ts';
import { seenBy } from '../permit.ts';
import { presentMemberships } from '../policy/memberships.ts';
import type { Policy } from '../policy/policy.ts';
import type { UserList, UserListInput } from '../user-view.ts';
import { sortIn } from './list-users-columns.ts';
import { filterChoices } from './list-users-filters.ts';
import { addedMax, type Candidate, laidOver } from './list-users-overlay.ts';
import { listQuestion, queryTextOf } from './list-users-question.ts';
import { type ListedUser, rowsOf } from './list-users-rows.ts';

/**
 * One page of the users whom this manager may see, in one call to the tenant, and seconds after a change in one
 * more. Every user is tested again here before being shown: against the filter and by the access hook. What was
 * written here a moment ago is shown as it is now, whatever the tenant's search index says.
 * @throws AppError 'not-allowed', 'no-role', 'invalid-input' for what cannot be searched for, 'hook-failed',
 * 'refused-by-hook', 'tenant-limit', 'tenant-unavailable'
 */
export async function listUsers(manager: Manager, input: UserListInput): Promise<UserList> {
  const { policy, frame, scope, filters, search, query } = await listQuestion(manager, input);
  const sort = sortIn(frame, input.sort);
  const { page, perPage } = input;
  const reading = ownWrites();
  const [own, { found, total }] = await Promise.all([
    reading,
    searchUsers({
      q: queryTextOf(query),
      sort: `${sort.by}:${sort.descending ? -1 : 1}`,
      page,
      perPage,
    }),
    reading.then(lookUpDueWrites),
  ]);
  const isWhole = page === 1 && total <= perPage;
  const { candidates, deletedCount } = await laidOver(found, own, query, isWhole, addedMax);
  const seen = await seenBy(manager, candidates, scope, search);
  const counted = candidates.map((candidate, at) => ({ ...candidate, user: seen[at] }));
  const listed = counted.flatMap(({ user, isNew, origin }): ListedUser[] =>
    user && (page === 1 || origin !== 'added') ? [{ user, isNew }] : [],
  );
  const [rows, scopeLabel] = await Promise.all([
    rowsOf(manager, policy, frame, listed),
    scopeLabelOf(manager, policy, scope),
  ]);
  const choices = await filterChoices(manager, policy, frame, rows);
  return {
    columns: frame.columns,
    rows,
    total: isWhole
      ? listed.length
      : mayBeCounted(policy, scope, counted)
        ? total + growthOf(counted) - deletedCount
        : null,
    totalIsCapped: total > searchResultsMax,
    hasNextPage: page * perPage < Math.min(total, searchResultsMax),
    page,
    perPage,
    sort,
    scopeLabel,
    membershipsLabel: membershipsLabelOf(policy.settings),
    title: policy.settings.dict.title ?? null,
    searchableBy: frame.searchableBy,
    filters,
    filterChoices: choices,
    canCreateUser: policy.settings.canCreateUser && manager.scope.includes('manage:users'),
  };
}

/**
 * Asks the index for writes that it may have by now, wherever in the list their users stand: the next list then
 * has them at their places, and counts them once.
 */
async function lookUpDueWrites(): Promise<void> {
  try {
    await forgetIndexed(await searchByIds(takeDueWrites()));
  } catch (error) {
    // They are asked for again later, and what keeps the tenant from answering is said of the list itself.
    if (!(error instanceof AppError)) throw error;
  }
}

type Counted = Candidate & { user: unknown };

/**
 * The tenant's total counts whom the filter lets through; what is listed in full is counted here. It is shown
 * only while nothing hints that the access hook refuses some of them: it would tell how many users there are
 * beyond this manager's.
 */
function mayBeCounted(policy: Policy, scope: Scope, counted: readonly Counted[]): boolean {
  if (counted.some(({ user, origin }) => !user && origin === 'index')) return false;
  return scope.kind === 'matching' || !policy.hooks.access || (scope.kind === 'everybody' && scope.isSaid);
}

/** By how many users the tenant's total is behind what was written here. */
function growthOf(counted: readonly Counted[]): number {
  const added = counted.filter(({ user, origin }) => user && origin === 'added').length;
  const gone = counted.filter(({ user, origin }) => !user && origin === 'written').length;
  return added - gone;
}

/** What the manager's list is narrowed to, in words: the manager's own memberships. */
async function scopeLabelOf(manager: Manager, policy: Policy, scope: Scope): Promise<string | null> {
  if (scope.kind !== 'matching') return null;
  const memberships = await presentMemberships(manager, policy, manager.user);
  return memberships.length > 0 ? memberships.join(', ') : null;
}

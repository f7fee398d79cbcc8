import { AppError } from '#lib/errors.ts';
import { bothOf } from '#lib/lucene/build.ts';
import { printLucene } from '#lib/lucene/print.ts';
import type { Query } from '#lib/lucene/query.ts';
import { words } from '#lib/words.ts';
import { type Manager, requireScope } from '../manager.ts';
import { type Scope, scopeOf } from '../permit/scope.ts';
import { type Policy, policyFor } from '../policy/policy.ts';
import type { UserFilters, UserSearchInput } from '../user-view.ts';
import { type ListFrame, listFrame } from './list-users-columns.ts';
import { filterQuery, filtersIn } from './list-users-filters.ts';
import { searchQuery } from './list-users-search.ts';

/** Whom a list or an export is to hold, and what it tells of each. */
export interface ListQuestion {
  policy: Policy;
  frame: ListFrame;
  scope: Exclude<Scope, { kind: 'nobody' }>;
  /** The filters that were asked for and count. */
  filters: UserFilters;
  /** What the manager searches for. */
  search: Query;
  /** That, within what the manager's list is narrowed to. */
  query: Query;
}

/**
 * What a manager's search comes to under the hooks and settings that count now.
 * @throws AppError 'not-allowed', 'invalid-input' for what cannot be searched for, 'hook-failed', 'refused-by-hook'
 */
export async function listQuestion(manager: Manager, input: UserSearchInput): Promise<ListQuestion> {
  requireScope(manager, 'read:users');
  const policy = await policyFor(manager);
  const frame = listFrame(policy.settings);
  const searchBy = frame.searchableBy.find(({ property }) => property === input.searchBy)?.property;
  const scope = await scopeOf(manager, policy, { search: input.search, filterBy: searchBy });
  if (scope.kind === 'nobody') throw nobodyToSee();
  const filters = filtersIn(frame, policy.settings, input);
  const search = bothOf(
    searchQuery(input.search, searchBy, policy.settings),
    filterQuery(filters, policy.settings),
  );
  const query = scope.kind === 'matching' ? bothOf(search, scope.query) : search;
  return { policy, frame, scope, filters, search, query };
}

/** A query as the tenant takes it; blank for everybody. */
export function queryTextOf(query: Query): string {
  return query.kind === 'all' ? '' : printLucene(query);
}

function nobodyToSee(): AppError {
  return new AppError(
    'not-allowed',
    words(
      'This tenant has neither an access nor a filter hook, so only an administrator sees its users. Tell an administrator.',
    ),
  );
}

import { searchUsers } from '#lib/auth0/search-users.ts';
import type { User } from '#lib/auth0/user.ts';
import { bothOf } from '#lib/lucene/build.ts';
import { type Matcher, matcherOf } from '#lib/lucene/evaluate.ts';
import { printLucene } from '#lib/lucene/print.ts';
import { type Leaf, leavesOf, type Query } from '#lib/lucene/query.ts';
import type { Scope } from './scope.ts';

/**
 * Where a user as the API answers shows the same as the search index. Anything else is for the tenant alone to
 * compare: `organization_id` stands in no profile, which fields a word without a field is looked for in is not
 * told, and attributes that an identity provider brings may be absent for more reasons than one.
 * Source: https://auth0.com/docs/manage-users/user-search/user-search-query-syntax
 */
const rootsInProfile = new Set([
  'app_metadata',
  'blocked',
  'created_at',
  'email',
  'email_verified',
  'family_name',
  'given_name',
  'identities',
  'last_ip',
  'last_login',
  'logins_count',
  'name',
  'nickname',
  'phone_number',
  'phone_verified',
  'picture',
  'updated_at',
  'user_id',
  'user_metadata',
  'username',
]);

/**
 * Tests a user for being out of a scope. Where a part of the filter cannot be tested here, `true` says only
 * that the rest does not speak against the user: somebody else has to vouch for the whole.
 */
export function scopeMatcher(scope: Scope): Matcher {
  return scope.kind === 'matching'
    ? matcherOf(testablePart(scope.query, true))
    : () => scope.kind === 'everybody';
}

/** Whether `scopeMatcher` tests the whole filter, so that nobody else has to vouch. */
export function isTestable(scope: Scope): boolean {
  return scope.kind !== 'matching' || [...leavesOf(scope.query)].every(isLeafTestable);
}

/**
 * Whether a user just read is within a scope; takes a search where the filter cannot be tested here. The search
 * index lags, so that a user created a moment ago is not within such a scope yet.
 * @throws AppError what every reading call throws
 */
export async function isWithin(scope: Scope, user: User): Promise<boolean> {
  if (!scopeMatcher(scope)(user)) return false;
  if (scope.kind !== 'matching' || isTestable(scope)) return true;
  const itself: Query = { kind: 'term', field: 'user_id', value: user.user_id };
  const q = printLucene(bothOf(itself, scope.query));
  const { found } = await searchUsers({ q, sort: 'created_at:1', page: 1, perPage: 1 });
  return found.some(({ user_id: foundId }) => foundId === user.user_id);
}

/**
 * The widest query that asks only for what can be tested here and still matches everybody whom `query`
 * matches; with `widest` false the narrowest of which every match is one of `query`.
 */
function testablePart(query: Query, widest: boolean): Query {
  switch (query.kind) {
    case 'all':
      return query;
    case 'and':
    case 'or':
      return { ...query, queries: query.queries.map((part) => testablePart(part, widest)) };
    case 'not':
      return { kind: 'not', query: testablePart(query.query, !widest) };
    default:
      if (isLeafTestable(query)) return query;
      return widest ? { kind: 'all' } : { kind: 'not', query: { kind: 'all' } };
  }
}

function isLeafTestable({ field }: Leaf): boolean {
  return field !== undefined && rootsInProfile.has(field.split('.')[0] ?? '');
}

import { AppError } from '#lib/errors.ts';
import { allOf } from '#lib/lucene/build.ts';
import type { Query } from '#lib/lucene/query.ts';
import { unsupportedBy } from '#lib/lucene/unsupported.ts';
import { words } from '#lib/words.ts';
import type { Manager } from '../manager.ts';
import { membershipChoices } from '../policy/memberships.ts';
import type { Policy } from '../policy/policy.ts';
import type { Settings } from '../policy/settings.ts';
import { type UserStatus, userStatuses } from '../user-status.ts';
import type { UserFilterChoices, UserFilters, UserRow } from '../user-view.ts';
import type { ListFrame } from './list-users-columns.ts';

/**
 * The filters that count: those about a column that this list has, because any other would tell what the settings
 * hook takes off the list. Memberships can be filtered where the settings say in which property they stand.
 */
export function filtersIn({ columns }: ListFrame, settings: Settings, asked: UserFilters): UserFilters {
  const shows = new Set(columns.map(({ kind }) => kind));
  const { status, membership, connection } = asked;
  return {
    ...(status !== undefined && shows.has('status') && { status }),
    ...(membership !== undefined &&
      shows.has('memberships') &&
      settings.membershipProperty !== undefined && { membership }),
    ...(connection !== undefined && shows.has('connection') && { connection }),
  };
}

/**
 * The query for the filters. It only ever narrows: the caller joins it with what the manager may reach.
 * @throws AppError 'invalid-input' for a name that Auth0 does not search for
 */
export function filterQuery({ status, membership, connection }: UserFilters, settings: Settings): Query {
  const place = settings.membershipProperty;
  const query = allOf([
    status === undefined ? all : statusQueries[status],
    membership === undefined || place === undefined ? all : is(place, membership),
    connection === undefined ? all : is('identities.connection', connection),
  ]);
  const [why] = unsupportedBy(query);
  if (why) throw new AppError('invalid-input', words('This cannot be searched for: {why}', { why }));
  return query;
}

/**
 * What there is to filter by, found without a call of its own: memberships that the manager can give, and the
 * connections that the settings name or this page shows.
 */
export async function filterChoices(
  manager: Manager,
  policy: Policy,
  { columns }: ListFrame,
  rows: readonly UserRow[],
): Promise<UserFilterChoices> {
  const { settings } = policy;
  const shows = new Set(columns.map(({ kind }) => kind));
  const canFilterMemberships = shows.has('memberships') && settings.membershipProperty !== undefined;
  // Without its choices the list is still the list.
  const given = canFilterMemberships && (await membershipChoices(manager, policy).catch(() => undefined));
  const connections = rows.flatMap(({ connection }) => connection ?? []);
  return {
    statuses: shows.has('status') ? userStatuses : [],
    memberships: severalOf(given ? given.choices : []),
    connections: shows.has('connection') ? severalOf([...(settings.connections ?? []), ...connections]) : [],
  };
}

/** With only one there is nothing to tell apart. */
function severalOf(names: readonly string[]): string[] {
  const different = [...new Set(names)];
  return different.length > 1 ? different : [];
}

const all: Query = { kind: 'all' };
const is = (field: string, value: string): Query => ({ kind: 'term', field, value });
const has = (field: string): Query => ({ kind: 'exists', field });
const not = (query: Query): Query => ({ kind: 'not', query });

const isBlocked = is('blocked', 'true');
const hasSignedIn = has('last_login');
const isUnverified = allOf([has('email'), is('email_verified', 'false')]);

/** Each status as `statusOf` gives it: the first that applies. */
const statusQueries: Record<UserStatus, Query> = {
  blocked: isBlocked,
  'never-signed-in': allOf([not(isBlocked), not(hasSignedIn)]),
  unverified: allOf([not(isBlocked), hasSignedIn, isUnverified]),
  active: allOf([not(isBlocked), hasSignedIn, not(isUnverified)]),
};

import { userStatuses } from '../user-status.ts';
import { type PageSize, pageSizes, type UserFilters, type UserListInput } from '../user-view.ts';

/** What stands in the address of the list when nothing else is said. */
export const defaultList: UserListInput = {
  search: '',
  sort: { by: 'name', descending: false },
  page: 1,
  perPage: 25,
};

/** The filters, as they stand in the address and one after the other on the screen. */
export const filterNames = ['status', 'membership', 'connection'] as const satisfies (keyof UserFilters)[];

export const noFilters: UserFilters = { status: undefined, membership: undefined, connection: undefined };

type SearchParameters = Record<string, string | string[] | undefined>;

/** The list that an address asks for; what the address leaves out or gets wrong is the default. */
export function listOf(parameters: SearchParameters): UserListInput {
  const page = Number(first(parameters.page));
  const perPage = pageSizes.find((size) => size === Number(first(parameters.per)));
  const sort = first(parameters.sort);
  return {
    search: first(parameters.q) ?? '',
    searchBy: first(parameters.in) || undefined,
    status: userStatuses.find((status) => status === first(parameters.status)),
    membership: first(parameters.membership) || undefined,
    connection: first(parameters.connection) || undefined,
    sort: sort ? { by: sort.replace(/^-/, ''), descending: sort.startsWith('-') } : defaultList.sort,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    perPage: perPage ?? defaultList.perPage,
  };
}

/** The list that stands at an address of this console, `/users?status=blocked`; `undefined` at any other. */
export function listAt(address: string): UserListInput | undefined {
  const [, query] = /^\/users(?:\?(.*))?$/s.exec(address) ?? [];
  if (query === undefined && address !== '/users') return undefined;
  // Of a parameter that is there more than once the first counts.
  return listOf(Object.fromEntries([...new URLSearchParams(query)].toReversed()));
}

/** The address of a list; defaults are left out, so that the plain list is plain `/users`. */
export function addressOf(list: UserListInput): string {
  const parameters = searchParametersOf(list);
  const sort = `${list.sort.descending ? '-' : ''}${list.sort.by}`;
  if (sort !== defaultList.sort.by) parameters.set('sort', sort);
  if (list.page > 1) parameters.set('page', `${list.page}`);
  if (list.perPage !== defaultList.perPage) parameters.set('per', `${list.perPage}`);
  return withParameters('/users', parameters);
}

/** The address of the file that holds everybody whom the list finds. */
export function exportAddress(list: UserListInput): string {
  return withParameters('/users/export', searchParametersOf(list));
}

function searchParametersOf(list: UserListInput): URLSearchParams {
  const parameters = new URLSearchParams();
  if (list.search) parameters.set('q', list.search);
  if (list.search && list.searchBy) parameters.set('in', list.searchBy);
  for (const name of filterNames) {
    const value = list[name];
    if (value) parameters.set(name, value);
  }
  return parameters;
}

function withParameters(path: string, parameters: URLSearchParams): string {
  const query = parameters.toString();
  return query ? `${path}?${query}` : path;
}

/** The same list sorted by a column: the other way round if it is sorted by that already. */
export function sortedBy(list: UserListInput, by: string): UserListInput {
  const descending = list.sort.by === by ? !list.sort.descending : startsDescending.has(by);
  return { ...list, sort: { by, descending }, page: 1 };
}

/** Of times and counts, people want the latest and the largest first. */
const startsDescending = new Set(['last_login', 'logins_count', 'created_at']);

/** The same search with other filters; `undefined` takes one away. */
export function filteredBy(list: UserListInput, filters: UserFilters): UserListInput {
  return { ...list, ...filters, page: 1 };
}

export function withPageSize(list: UserListInput, perPage: PageSize): UserListInput {
  return { ...list, perPage, page: 1 };
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

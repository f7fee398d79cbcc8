import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { pageSizes, type UserList, type UserListInput } from '#lib/users/user-view.ts';
import { addressOf, withPageSize } from './list-address.ts';
import { UsersSearch } from './users-search.tsx';
import { UsersTable } from './users-table.tsx';

/** The page of users: how many there are, a search, the table and the ways to its other pages. */
export function UsersList({
  list,
  asked,
  canChange,
}: {
  list: UserList;
  asked: UserListInput;
  canChange: boolean;
}) {
  const newUser = list.canCreateUser ? (
    <LinkButton href="/users/new" variant="primary">
      New user
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader title="Users" context={<Count list={list} asked={asked} />} actions={newUser} />
      <div className="mb-2 flex flex-wrap items-center gap-3">
        <UsersSearch asked={asked} searchableBy={list.searchableBy} />
      </div>
      {list.rows.length > 0 ? (
        <UsersTable list={list} asked={asked} canChange={canChange} />
      ) : (
        <NobodyHere list={list} asked={asked} newUser={newUser} />
      )}
      {list.rows.length > 0 || asked.page > 1 ? <Pages list={list} asked={asked} /> : null}
    </>
  );
}

function Count({ list, asked }: { list: UserList; asked: UserListInput }) {
  const where = list.scopeLabel ? ` in ${list.scopeLabel}` : '';
  const what = asked.search ? ` matching “${asked.search}”` : '';
  return (
    <span role="status">
      {countInWords(list)}
      {where}
      {what}
    </span>
  );
}

function countInWords({ total, rows }: UserList): string {
  if (total === null) return rows.length === 0 ? 'No users' : 'Users';
  if (total === 0) return 'No users';
  if (total === 1) return '1 user';
  return `${new Intl.NumberFormat('en').format(total)} users`;
}

function NobodyHere({
  list,
  asked,
  newUser,
}: {
  list: UserList;
  asked: UserListInput;
  newUser: React.ReactNode;
}) {
  if (asked.search) {
    return (
      <EmptyState
        title={`Nobody matches “${asked.search}”`}
        action={
          <LinkButton href={addressOf({ ...asked, search: '', searchBy: undefined, page: 1 })}>
            Clear search
          </LinkButton>
        }
      >
        {searchedInWords(list, asked)} searched{list.scopeLabel ? ` in ${list.scopeLabel}` : ''}.
      </EmptyState>
    );
  }
  if (asked.page > 1) {
    return (
      <EmptyState
        title="This page is empty"
        action={<LinkButton href={addressOf({ ...asked, page: 1 })}>Go to the first page</LinkButton>}
      >
        There are fewer users than this page would need.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No users yet" action={newUser}>
      The users{list.scopeLabel ? ` of ${list.scopeLabel}` : ' whom you manage'} stand here once there are
      some.
    </EmptyState>
  );
}

function searchedInWords({ searchableBy }: UserList, { searchBy }: UserListInput): string {
  const label = searchableBy.find(({ property }) => property === searchBy)?.label;
  return label === undefined ? 'Name, e-mail and username were' : `“${label}” was`;
}

function Pages({ list, asked }: { list: UserList; asked: UserListInput }) {
  const first = (list.page - 1) * list.perPage + 1;
  const last = first + list.rows.length - 1;
  const range = list.rows.length === 0 ? 'No users' : `${first}–${last}`;
  return (
    <>
      {list.totalIsCapped ? (
        <p className="pt-3 text-13 text-muted">
          The tenant lists the first 1,000 of a search. Search or sort for the others.
        </p>
      ) : null}
      <Pagination
        label="Pages of users"
        rangeText={
          list.total === null ? range : `${range} of ${new Intl.NumberFormat('en').format(list.total)}`
        }
        previousHref={list.page > 1 ? addressOf({ ...asked, page: list.page - 1 }) : undefined}
        nextHref={list.hasNextPage ? addressOf({ ...asked, page: list.page + 1 }) : undefined}
        pageSize={list.perPage}
        pageSizes={pageSizes.map((size) => ({ size, href: addressOf(withPageSize(asked, size)) }))}
      />
    </>
  );
}

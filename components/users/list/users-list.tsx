import type { ReactNode } from 'react';
import { buttonClass } from '#components/ui/button-style.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import type { UserActionCalls } from '#components/users/actions/use-user-action.ts';
import type { BulkCalls } from '#components/users/bulk/bulk-action.ts';
import { SelectButton } from '#components/users/bulk/select-boxes.tsx';
import { SelectableUsers } from '#components/users/bulk/selectable-users.tsx';
import {
  addressOf,
  exportAddress,
  filteredBy,
  noFilters,
  withPageSize,
} from '#lib/users/list/list-address.ts';
import { pageSizes, type UserList, type UserListInput, type UserRow } from '#lib/users/user-view.ts';
import { getTranslations } from '#messages/server.ts';
import { UsersFilterChips } from './users-filter-chips.tsx';
import { UsersFilterMenu } from './users-filter-menu.tsx';
import { UsersSearch } from './users-search.tsx';
import { UsersTable } from './users-table.tsx';

/** As many users of one search as the tenant lists at all. */
const listedUsersMax = 1000;

/** The page of users: how many there are, a search, the table and the ways to its other pages. */
export async function UsersList({
  list,
  asked,
  canChange,
  calls,
  bulk,
  views,
}: {
  list: UserList;
  asked: UserListInput;
  canChange: boolean;
  calls: UserActionCalls;
  /** For whoever may change users: what is done to many of them. */
  bulk: { managerId: string; calls: BulkCalls } | null;
  /** Stands beside the filters. */
  views: ReactNode;
}) {
  const t = await getTranslations('list');
  const newUser = list.canCreateUser ? (
    <LinkButton href="/users/new" variant="primary">
      {t('newUser')}
    </LinkButton>
  ) : null;
  const filters = (
    <UsersSearch asked={asked} searchableBy={list.searchableBy}>
      <UsersFilterMenu list={list} asked={asked} />
      {views}
      {bulk && list.rows.length > 0 ? <SelectButton /> : null}
    </UsersSearch>
  );
  const found = (
    <>
      <div className="mb-2 *:mt-2">
        <UsersFilterChips list={list} asked={asked} />
      </div>
      {list.rows.length > 0 ? (
        <UsersTable
          list={list}
          asked={asked}
          canChange={canChange}
          isSelectable={bulk !== null}
          calls={calls}
        />
      ) : (
        <NobodyHere list={list} asked={asked} newUser={newUser} />
      )}
    </>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        context={<Count list={list} asked={asked} />}
        actions={
          <>
            {list.rows.length > 0 ? (
              <a href={exportAddress(asked)} className={buttonClass('secondary', 'regular')}>
                {t('export')}
              </a>
            ) : null}
            {newUser}
          </>
        }
      />
      {bulk ? (
        <SelectableUsers users={list.rows.map(selectablePartOf)} {...bulk} filters={filters}>
          {found}
        </SelectableUsers>
      ) : (
        <>
          {filters}
          {found}
        </>
      )}
      {list.rows.length > 0 || asked.page > 1 ? <Pages list={list} asked={asked} /> : null}
    </>
  );
}

/** What of a row its box and the dialogs over it take to the browser. */
function selectablePartOf({ userId, name, email }: UserRow) {
  return { userId, name, email };
}

async function Count({ list, asked }: { list: UserList; asked: UserListInput }) {
  const t = await getTranslations('list');
  const isCounted = list.total !== null || list.rows.length === 0;
  const parts = [
    isCounted ? t('count', { count: list.total ?? 0 }) : t('uncounted'),
    list.scopeLabel && t('inScope', { scope: list.scopeLabel }),
    asked.search && t('matching', { search: asked.search }),
  ];
  const told = parts.filter(Boolean).join(' ');
  return <span role="status">{isFiltered(list) ? t('filtered', { told }) : told}</span>;
}

function isFiltered({ filters }: UserList): boolean {
  return Object.keys(filters).length > 0;
}

async function NobodyHere({
  list,
  asked,
  newUser,
}: {
  list: UserList;
  asked: UserListInput;
  newUser: React.ReactNode;
}) {
  const t = await getTranslations('list');
  if (asked.search) {
    const where = list.scopeLabel ? ` ${t('inScope', { scope: list.scopeLabel })}` : '';
    const clearHref = addressOf({ ...asked, ...noFilters, search: '', searchBy: undefined, page: 1 });
    const field = list.searchableBy.find(({ property }) => property === asked.searchBy)?.label;
    return (
      <EmptyState
        title={t('nobodyMatches', { search: asked.search })}
        action={<LinkButton href={clearHref}>{t(isFiltered(list) ? 'clearAll' : 'clearSearch')}</LinkButton>}
      >
        {field === undefined ? t('searchedEverything', { where }) : t('searchedField', { field, where })}
        {isFiltered(list) ? ` ${t('filtersApply')}` : null}
      </EmptyState>
    );
  }
  if (isFiltered(list) && asked.page === 1) {
    return (
      <EmptyState
        title={t('nobodyFits')}
        action={<LinkButton href={addressOf(filteredBy(asked, noFilters))}>{t('clearFilters')}</LinkButton>}
      >
        {t('nobodyFitsWhy')}
      </EmptyState>
    );
  }
  if (asked.page > 1) {
    return (
      <EmptyState
        title={t('emptyPage')}
        action={<LinkButton href={addressOf({ ...asked, page: 1 })}>{t('toFirstPage')}</LinkButton>}
      >
        {t('tooFewForPage')}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('nobodyYet')} action={newUser}>
      {list.scopeLabel ? t('usersOfScope', { scope: list.scopeLabel }) : t('usersYouManage')}
    </EmptyState>
  );
}

async function Pages({ list, asked }: { list: UserList; asked: UserListInput }) {
  const first = (list.page - 1) * list.perPage + 1;
  const last = first + list.rows.length - 1;
  const t = await getTranslations('list');
  const range = list.rows.length === 0 ? t('count', { count: 0 }) : t('range', { first, last });
  return (
    <>
      {list.totalIsCapped ? (
        <p className="pt-3 text-13 text-muted">{t('capped', { max: listedUsersMax })}</p>
      ) : null}
      <Pagination
        label={t('pages')}
        rangeText={list.total === null ? range : t('rangeOf', { range, total: list.total })}
        previousHref={list.page > 1 ? addressOf({ ...asked, page: list.page - 1 }) : undefined}
        nextHref={list.hasNextPage ? addressOf({ ...asked, page: list.page + 1 }) : undefined}
        pageSize={list.perPage}
        pageSizes={pageSizes.map((size) => ({ size, href: addressOf(withPageSize(asked, size)) }))}
      />
    </>
  );
}

import type { ReactNode } from 'react';
import { buttonClass } from '#components/ui/button-style.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import type { UserActionCalls } from '#components/users/actions/use-user-action.ts';
import { addressOf, exportAddress, filteredBy, noFilters, withPageSize } from '#lib/users/list-address.ts';
import { pageSizes, type UserList, type UserListInput } from '#lib/users/user-view.ts';
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
  views,
}: {
  list: UserList;
  asked: UserListInput;
  canChange: boolean;
  calls: UserActionCalls;
  /** Stands beside the filters. */
  views: ReactNode;
}) {
  const t = await getTranslations('list');
  const newUser = list.canCreateUser ? (
    <LinkButton href="/users/new" variant="primary">
      {t('newUser')}
    </LinkButton>
  ) : null;
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
      <div className="mb-2 flex flex-col gap-2">
        <UsersSearch asked={asked} searchableBy={list.searchableBy}>
          <UsersFilterMenu list={list} asked={asked} />
          {views}
        </UsersSearch>
        <UsersFilterChips list={list} asked={asked} />
      </div>
      {list.rows.length > 0 ? (
        <UsersTable list={list} asked={asked} canChange={canChange} calls={calls} />
      ) : (
        <NobodyHere list={list} asked={asked} newUser={newUser} />
      )}
      {list.rows.length > 0 || asked.page > 1 ? <Pages list={list} asked={asked} /> : null}
    </>
  );
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

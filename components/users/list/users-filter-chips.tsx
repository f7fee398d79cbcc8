import { FilterChips } from '#components/ui/filter-chips.tsx';
import { addressOf, filteredBy, filterNames, noFilters } from '#lib/users/list/list-address.ts';
import type { UserList, UserListInput } from '#lib/users/user-view.ts';
import { getTranslations } from '#messages/server.ts';

type Filtered = Pick<UserList, 'filters' | 'membershipsLabel'>;

/** The filters that are on; each can be taken away by itself, and several at once. */
export async function UsersFilterChips({ list, asked }: { list: Filtered; asked: UserListInput }) {
  const t = await getTranslations('list');
  const { filters, membershipsLabel } = list;
  const on = filterNames.flatMap((filter) => {
    const value = filters[filter];
    return value === undefined ? [] : [{ filter, value }];
  });
  const names = {
    status: t('filter.status'),
    membership: membershipsLabel,
    connection: t('filter.connection'),
  };
  return (
    <FilterChips
      label={t('filters')}
      chips={on.map(({ filter, value }) => ({
        name: names[filter],
        value: filter === 'status' && filters.status ? t(`status.${filters.status}`) : value,
        hrefWithout: addressOf(filteredBy(asked, { [filter]: undefined })),
      }))}
      clear={
        on.length > 1
          ? { href: addressOf(filteredBy(asked, noFilters)), label: t('clearFilters') }
          : undefined
      }
    />
  );
}

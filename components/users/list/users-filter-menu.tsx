'use client';
import { useTranslations } from 'use-intl';
import { Menu } from '#components/ui/menu.tsx';
import { addressOf, filteredBy } from '#lib/users/list/list-address.ts';
import type { UserFilters, UserList, UserListInput } from '#lib/users/user-view.ts';

type Offered = Pick<UserList, 'filters' | 'filterChoices' | 'membershipsLabel'>;

/** Adds a filter, or changes one: every choice is a link to the list with it. */
export function UsersFilterMenu({ list, asked }: { list: Offered; asked: UserListInput }) {
  const t = useTranslations('list');
  const { statuses, memberships, connections } = list.filterChoices;
  const entry = (filters: UserFilters, label: string) => {
    const href = addressOf(filteredBy(asked, filters));
    return { id: href, label, href };
  };
  const sections = [
    {
      id: 'status',
      label: t('filter.status'),
      items: statuses.map((status) => entry({ status }, t(`status.${status}`))),
    },
    {
      id: 'membership',
      label: list.membershipsLabel,
      items: memberships.map((membership) => entry({ membership }, membership)),
    },
    {
      id: 'connection',
      label: t('filter.connection'),
      items: connections.map((connection) => entry({ connection }, connection)),
    },
  ].filter(({ items }) => items.length > 0);
  if (sections.length === 0) return null;
  return (
    <Menu label={t('addFilter')} sections={sections}>
      {t('addFilter')}
    </Menu>
  );
}

'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Link } from '#components/ui/link.tsx';
import { routeOf } from '#components/ui/route.ts';
import { Tag } from '#components/ui/tag.tsx';
import { addressOf, filteredBy, filterNames, noFilters } from '#lib/users/list-address.ts';
import type { UserList, UserListInput } from '#lib/users/user-view.ts';

type Filtered = Pick<UserList, 'filters' | 'membershipsLabel'>;

/** The filters that are on; each can be taken away by itself, and several at once. */
export function UsersFilterChips({ list, asked }: { list: Filtered; asked: UserListInput }) {
  const t = useTranslations('list');
  const router = useRouter();
  const { filters, membershipsLabel } = list;
  const on = filterNames.filter((name) => filters[name] !== undefined);
  if (on.length === 0) return null;
  const words = {
    status:
      filters.status && t('filterOn', { filter: t('filter.status'), value: t(`status.${filters.status}`) }),
    membership: t('filterOn', { filter: membershipsLabel, value: filters.membership ?? '' }),
    connection: t('filterOn', { filter: t('filter.connection'), value: filters.connection ?? '' }),
  };
  return (
    <ul aria-label={t('filters')} className="flex flex-wrap items-center gap-2">
      {on.map((name) => (
        <li key={name} className="flex max-w-full min-w-0">
          <Tag
            onRemove={() =>
              router.push(routeOf(addressOf(filteredBy(asked, { [name]: undefined }))), { scroll: false })
            }
          >
            {words[name] ?? ''}
          </Tag>
        </li>
      ))}
      {on.length > 1 ? (
        <li>
          <Link href={addressOf(filteredBy(asked, noFilters))} scroll={false} className="text-13">
            {t('clearFilters')}
          </Link>
        </li>
      ) : null}
    </ul>
  );
}

'use client';
import { useLocale } from 'react-aria-components/I18nProvider';
import { useTranslations } from 'use-intl';
import { CrossIcon } from '#components/ui/icons.tsx';
import { Link, PlainLink } from '#components/ui/link.tsx';
import { allRecords, type RecordFilter } from '#lib/users/record-filter.ts';
import { auditAddress } from './audit-address.ts';
import { filtersInUse } from './filter-words.ts';

/** What narrows the trail, each with a way to take it away. */
export function FilterChips({ asked }: { asked: RecordFilter }) {
  const t = useTranslations('audit');
  const { locale } = useLocale();
  const filters = filtersInUse(asked, t, locale);
  if (filters.length === 0) return null;
  return (
    <ul aria-label={t('filters')} className="mb-3 flex flex-wrap items-center gap-2">
      {filters.map(({ name, value, without }) => (
        <li
          key={name}
          className="inline-flex h-7 max-w-full items-center rounded-control border border-hairline bg-neutral-2 pl-2 text-13 touch:h-11"
        >
          <span className="truncate">
            <span className="text-muted">{name}</span> <bdi>{value}</bdi>
          </span>
          <PlainLink
            href={auditAddress({ ...asked, ...without })}
            prefetch={false}
            scroll={false}
            aria-label={t('removeChip', { name })}
            className="ml-1 grid size-6.5 shrink-0 place-items-center rounded-control text-muted hover:bg-neutral-4 hover:text-ink touch:size-10.5"
          >
            <CrossIcon className="size-3.5" />
          </PlainLink>
        </li>
      ))}
      <li>
        <Link href={auditAddress(allRecords)} prefetch={false} className="px-1 text-13">
          {t('clear')}
        </Link>
      </li>
    </ul>
  );
}

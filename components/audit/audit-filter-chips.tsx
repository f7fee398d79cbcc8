'use client';
import { useLocale } from 'react-aria-components/I18nProvider';
import { useTranslations } from 'use-intl';
import { FilterChips } from '#components/ui/filter-chips.tsx';
import { allRecords, type RecordFilter } from '#lib/users/records/record-filter.ts';
import { auditAddress } from './audit-address.ts';
import { filtersInUse } from './filter-words.ts';

/** What narrows the trail. */
export function AuditFilterChips({ asked }: { asked: RecordFilter }) {
  const t = useTranslations('audit');
  const { locale } = useLocale();
  return (
    <FilterChips
      className="mb-3"
      label={t('filters')}
      chips={filtersInUse(asked, t, locale).map(({ name, value, without }) => ({
        name,
        value,
        hrefWithout: auditAddress({ ...asked, ...without }),
      }))}
      clear={{ href: auditAddress(allRecords), label: t('clear') }}
    />
  );
}

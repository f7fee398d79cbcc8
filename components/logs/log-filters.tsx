'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { DayRange, FilterForm } from '#components/ui/filter-form.tsx';
import { InlineInput } from '#components/ui/inline-input.tsx';
import { Link } from '#components/ui/link.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { InlineSelect, type SelectOption } from '#components/ui/select.tsx';
import { useFilters } from '#components/ui/use-filters.ts';
import { type LogFilter, type LogPeriod, logQueryString } from '#lib/users/log/log-filter.ts';
import { logAddress } from './log-address.ts';

const periods: readonly LogPeriod[] = ['any', 'hour', 'day', 'week', 'month', 'days'];

const orders = ['newest', 'oldest'] as const;

/** What of the log is shown; it stands in the address. Texts are searched on Enter: every search costs the tenant. */
export function LogFilters({ asked, events }: { asked: LogFilter; events: readonly SelectOption[] }) {
  const t = useTranslations('logs');
  const filters = useFilters(asked, logAddress);
  const { filter, isPending, change } = filters;
  const [isWhole, setIsWhole] = useState(false);
  // On phones what is seldom used stays folded until it is used or asked for.
  const folded = isWhole || asked.user || asked.client ? undefined : 'phone:hidden';

  return (
    <FilterForm filters={filters} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SearchField
          label={t('filters.search')}
          placeholder={t('filters.searchPlaceholder')}
          value={filter.text}
          className="w-72 max-w-full max-xl:w-60 phone:w-full"
          onChange={filters.changeText}
        />
        <InlineSelect
          label={t('filters.event')}
          className="min-w-0 max-w-100"
          value={filter.event}
          options={[{ value: '', label: t('filters.all') }, ...events]}
          onChange={(event) => change({ event: event.currentTarget.value }, true)}
        />
        <InlineSelect
          label={t('filters.time')}
          value={filter.period}
          options={periods.map((value) => ({ value, label: t(`periods.${value}`) }))}
          onChange={(event) => {
            const period = periods.find((value) => value === event.currentTarget.value) ?? 'any';
            change({ period }, period !== 'days');
          }}
        />
        <InlineSelect
          label={t('filters.order')}
          isLabelHidden
          className={folded}
          value={filter.order}
          options={orders.map((value) => ({ value, label: t(`filters.${value}`) }))}
          onChange={(event) =>
            change({ order: event.currentTarget.value === 'oldest' ? 'oldest' : 'newest' }, true)
          }
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {filter.period === 'days' ? (
          <DayRange
            labels={{ from: t('filters.from'), to: t('filters.to'), note: t('filters.daysInUtc') }}
            since={filter.since}
            until={filter.until}
            onChange={change}
          />
        ) : null}
        <InlineInput
          label={t('filters.user')}
          placeholder={t('filters.userPlaceholder')}
          value={filter.user}
          className={folded}
          onChange={(user) => change({ user })}
        />
        <InlineInput
          label={t('filters.application')}
          value={filter.client}
          className={folded}
          onChange={(client) => change({ client })}
        />
        <Button type="submit" isPending={isPending}>
          {t('filters.submit')}
        </Button>
        {folded ? (
          <Button variant="ghost" className="sm:hidden" onClick={() => setIsWhole(true)}>
            {t('filters.more')}
          </Button>
        ) : null}
        {logQueryString(asked) === '' ? null : (
          <Link href="/logs" className="text-13">
            {t('filters.clear')}
          </Link>
        )}
      </div>
    </FilterForm>
  );
}

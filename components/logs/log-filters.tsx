'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { routeOf } from '#components/ui/route.ts';
import { SearchField } from '#components/ui/search-field.tsx';
import { InlineSelect, type SelectOption } from '#components/ui/select.tsx';
import { type LogFilter, type LogPeriod, logQueryString } from '#lib/users/log-filter.ts';
import { InlineInput } from './inline-input.tsx';
import { logAddress } from './log-address.ts';

const periods: readonly LogPeriod[] = ['any', 'hour', 'day', 'week', 'month', 'days'];

const orders = ['newest', 'oldest'] as const;

/** What of the log is shown; it stands in the address. Texts are searched on Enter: every search costs the tenant. */
export function LogFilters({ asked, events }: { asked: LogFilter; events: readonly SelectOption[] }) {
  const t = useTranslations('logs');
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [filter, setFilter] = useState(asked);
  const query = logQueryString(asked);
  const [isWhole, setIsWhole] = useState(false);
  // On phones what is seldom used stays folded until it is used or asked for.
  const folded = isWhole || asked.user || asked.client ? undefined : 'phone:hidden';

  // Back, forward and links change the address from outside.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address stands for what is asked.
  useEffect(() => setFilter(asked), [query]);

  function search(next: LogFilter) {
    setFilter(next);
    startTransition(() => router.push(routeOf(logAddress(next)), { scroll: false }));
  }

  /** Changes what is filled in; `isSearched`: and asks for it at once. */
  function change(part: Partial<LogFilter>, isSearched = false) {
    const next = { ...filter, ...part };
    if (isSearched) search(next);
    else setFilter(next);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    search(filter);
  }

  return (
    <search className="mb-3">
      <form onSubmit={submit} aria-busy={isPending} className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <SearchField
            label={t('filters.search')}
            placeholder={t('filters.searchPlaceholder')}
            value={filter.text}
            className="w-72 max-w-full max-xl:w-60 phone:w-full"
            onChange={(text) => change({ text }, text === '' && asked.text !== '')}
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
            <>
              <InlineInput
                type="date"
                label={t('filters.from')}
                value={filter.since}
                onChange={(since) => change({ since })}
              />
              <InlineInput
                type="date"
                label={t('filters.to')}
                value={filter.until}
                onChange={(until) => change({ until })}
              />
              <span className="text-12 text-muted">{t('filters.daysInUtc')}</span>
            </>
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
          {query === '' ? null : (
            <Link href="/logs" className="text-13">
              {t('filters.clear')}
            </Link>
          )}
        </div>
      </form>
    </search>
  );
}

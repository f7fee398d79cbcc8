import { Banner } from '#components/ui/banner.tsx';
import { buttonClass } from '#components/ui/button-style.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { SelectOption } from '#components/ui/select.tsx';
import type { LogPage as Page } from '#lib/users/log/list-log.ts';
import type { OfferedLogEvents } from '#lib/users/log/log-event.ts';
import { type LogInput, logQueryString } from '#lib/users/log/log-filter.ts';
import type { Translate } from '#messages/catalogue.ts';
import { getTranslations } from '#messages/server.ts';
import { logAddress, logEntryAddress, logExportAddress } from './log-address.ts';
import { LogFilters } from './log-filters.tsx';
import { LogTable } from './log-table.tsx';

/** The tenant's log: filters, entries, and the way to the next ones. */
export async function LogPage({
  page,
  events,
  asked,
}: {
  page: Page;
  events: readonly OfferedLogEvents[];
  asked: LogInput;
}) {
  const t = await getTranslations('logs');
  return (
    <>
      <PageHeader
        title={t('title')}
        context={t(page.isNarrowed ? 'contextNarrowed' : 'context')}
        actions={
          <a href={logExportAddress(asked)} className={buttonClass('secondary', 'regular')}>
            {t('export')}
          </a>
        }
      />
      <LogFilters asked={filterOf(asked)} events={optionsOf(events, t)} />
      {page.rows.length > 0 ? (
        <LogTable
          label={t('title')}
          rows={page.rows}
          addressOf={({ logId }) => logEntryAddress(logId)}
          showsUsers
        />
      ) : (
        <NothingHere page={page} asked={asked} />
      )}
      {page.isCutShort ? (
        <div className="mt-4 max-w-160">
          <Banner tone="warning" title={t('cutShortTitle')}>
            {t('cutShort')}
          </Banner>
        </div>
      ) : null}
      <Onward page={page} asked={asked} />
    </>
  );
}

/** All events of a group, and each of them. */
function optionsOf(events: readonly OfferedLogEvents[], t: Translate<'logs'>): SelectOption[] {
  return events.flatMap(({ id, name, events: kinds }) => [
    { value: `group:${id}`, label: t('allOf', { group: name }), group: name },
    ...kinds.map(({ code, name: label }) => ({ value: code, label, group: name })),
  ]);
}

function filterOf({ from: _from, ...filter }: LogInput) {
  return filter;
}

async function NothingHere({ page, asked }: { page: Page; asked: LogInput }) {
  const t = await getTranslations('logs');
  if (page.next) {
    return (
      <EmptyState title={t('nothingInPart')}>
        {t(page.isNarrowed ? 'notAboutYours' : 'nothingFitsHere')}{' '}
        {t(asked.order === 'newest' ? 'readOnForOlder' : 'readOnForLater')}
      </EmptyState>
    );
  }
  if (logQueryString(filterOf(asked)) !== '') {
    return (
      <EmptyState title={t('noEntryFits')} action={<LinkButton href="/logs">{t('showWhole')}</LinkButton>}>
        {t('howItKnows')}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('empty')}>{t(page.isNarrowed ? 'emptyMeansNarrowed' : 'emptyMeans')}</EmptyState>
  );
}

async function Onward({ page, asked }: { page: Page; asked: LogInput }) {
  const t = await getTranslations('logs');
  const isNewestFirst = asked.order === 'newest';
  if (!page.next && asked.from === '') return null;
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap items-center justify-end gap-2 py-3">
      {asked.from === '' ? null : (
        <LinkButton href={logAddress(filterOf(asked))} prefetch={false}>
          {t(isNewestFirst ? 'toNewest' : 'toOldest')}
        </LinkButton>
      )}
      {page.next ? (
        <LinkButton href={logAddress({ ...asked, from: page.next })} prefetch={false}>
          {t(isNewestFirst ? 'older' : 'later')}
        </LinkButton>
      ) : (
        <span className="text-13 text-muted">{t('end')}</span>
      )}
    </nav>
  );
}

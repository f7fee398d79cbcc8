import type { ReactNode } from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { newRecordsMax, type RecordPage } from '#lib/users/records/list-records.ts';
import {
  allRecords,
  isNarrowing,
  type RecordFilter,
  type RecordInput,
} from '#lib/users/records/record-filter.ts';
import { getTranslations } from '#messages/server.ts';
import { auditAddress, newRecordsAddress } from './audit-address.ts';
import { AuditFilterChips } from './audit-filter-chips.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { ExportMenu } from './export-menu.tsx';
import { LiveRecords } from './live-records.tsx';
import { RecordTable } from './record-table.tsx';

/** The audit trail: filters, the chart, the records and the way to older ones. */
export async function AuditPage({
  page,
  asked,
  chart,
}: {
  page: RecordPage;
  asked: RecordInput;
  chart: ReactNode;
}) {
  const t = await getTranslations('audit');
  const { from, ...filter } = asked;
  return (
    <>
      <PageHeader
        title={t('title')}
        context={t(page.isNarrowed ? 'contextNarrowed' : 'context')}
        actions={<ExportMenu asked={filter} isNarrowed={page.isNarrowed} />}
      />
      <AuditFilters asked={filter} />
      <AuditFilterChips asked={filter} />
      {from === '' ? chart : null}
      {from === '' ? (
        <LiveRecords address={newRecordsAddress(filter, page.end)} countMax={newRecordsMax} />
      ) : null}
      {page.rows.length > 0 ? (
        <RecordTable label={t('records')} rows={page.rows} showsUsers />
      ) : (
        <NothingHere page={page} filter={filter} />
      )}
      <Onward page={page} filter={filter} isFirst={from === ''} />
    </>
  );
}

async function NothingHere({ page, filter }: { page: RecordPage; filter: RecordFilter }) {
  const t = await getTranslations('audit');
  if (page.next) return <EmptyState title={t('nothingHere')}>{t('nothingHereMeans')}</EmptyState>;
  if (isNarrowing(filter)) {
    return (
      <EmptyState
        title={t('nothingFits')}
        action={<LinkButton href={auditAddress(allRecords)}>{t('showAll')}</LinkButton>}
      >
        {t('nothingFitsMeans')}
      </EmptyState>
    );
  }
  return <EmptyState title={t('empty')}>{t('emptyMeans')}</EmptyState>;
}

async function Onward({
  page,
  filter,
  isFirst,
}: {
  page: RecordPage;
  filter: RecordFilter;
  isFirst: boolean;
}) {
  const t = await getTranslations('audit');
  if (!page.next && isFirst) return null;
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap items-center justify-end gap-2 py-3">
      {isFirst ? null : (
        <LinkButton href={auditAddress(filter)} prefetch={false}>
          {t('newest')}
        </LinkButton>
      )}
      {page.next ? (
        <LinkButton href={auditAddress({ ...filter, from: page.next })} prefetch={false}>
          {t('older')}
        </LinkButton>
      ) : (
        <span className="text-13 text-muted">{t('ends')}</span>
      )}
    </nav>
  );
}

import type { Metadata } from 'next';
import { Suspense } from 'react';
import { AuditPage } from '#components/audit/audit-page.tsx';
import { ChartSection, ChartSkeleton } from '#components/audit/chart-section.tsx';
import { ProblemPage } from '#components/users/problem/problem-page.tsx';
import { asManager } from '#lib/session.ts';
import { chartRecords } from '#lib/users/records/chart-records.ts';
import { listRecords } from '#lib/users/records/list-records.ts';
import { type RecordFilter, recordQueryString } from '#lib/users/records/record-filter.ts';
import { recordInputOf } from '#lib/users/records/schema-records.ts';
import { getTranslations } from '#messages/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

export default async function AuditTrailPage({ searchParams }: PageProps<'/audit'>) {
  const asked = recordInputOf(await searchParams);
  const page = await asManager((manager) => listRecords(manager, asked));
  if (!page.ok) {
    const t = await getTranslations('audit');
    return <ProblemPage title={t('title')} problem={page.problem} />;
  }
  const { from: _from, ...filter } = asked;
  return (
    <AuditPage
      page={page.value}
      asked={asked}
      chart={
        <Suspense fallback={<ChartSkeleton />} key={recordQueryString(filter)}>
          <Chart filter={filter} />
        </Suspense>
      }
    />
  );
}

/** Counted beside the list, so that nobody waits for it. */
async function Chart({ filter }: { filter: RecordFilter }) {
  const chart = await asManager((manager) => chartRecords(manager, filter));
  return <ChartSection chart={chart} asked={filter} />;
}

import { ChartSkeleton } from '#components/audit/chart-section.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Skeleton, TableSkeleton } from '#components/ui/skeleton.tsx';
import { getTranslations } from '#messages/server.ts';

export default async function AuditLoading() {
  const t = await getTranslations('audit');
  return (
    <>
      <PageHeader title={t('title')} context=" " />
      <Skeleton className="mb-3 h-8 w-80 max-w-full" />
      <ChartSkeleton />
      <TableSkeleton rows={12} columns={5} />
    </>
  );
}

'use client';
import { useTranslations } from 'use-intl';
import { PageHeader } from '#components/ui/page-header.tsx';
import { TableSkeleton } from '#components/ui/skeleton.tsx';

export default function TenantLoading() {
  const t = useTranslations('tenant');
  return (
    <>
      <PageHeader title={t('title')} context=" " />
      <TableSkeleton rows={6} columns={3} />
    </>
  );
}

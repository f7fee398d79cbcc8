'use client';
import { useTranslations } from 'use-intl';
import { PageHeader } from '#components/ui/page-header.tsx';
import { TableSkeleton } from '#components/ui/skeleton.tsx';

export default function LogLoading() {
  const t = useTranslations('logs');
  return (
    <>
      <PageHeader title={t('title')} context=" " />
      <TableSkeleton rows={14} columns={5} />
    </>
  );
}

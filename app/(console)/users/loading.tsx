'use client';
import { useTranslations } from 'use-intl';
import { PageHeader } from '#components/ui/page-header.tsx';
import { TableSkeleton } from '#components/ui/skeleton.tsx';

export default function UsersLoading() {
  const t = useTranslations('list');
  return (
    <>
      <PageHeader title={t('title')} context=" " />
      <TableSkeleton rows={12} columns={6} hasPicture />
    </>
  );
}

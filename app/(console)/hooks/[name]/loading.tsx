'use client';
import { useTranslations } from 'use-intl';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Skeleton, SkeletonGroup } from '#components/ui/skeleton.tsx';

export default function HookLoading() {
  const t = useTranslations('hooks');
  return (
    <>
      <PageHeader title={t('hook')} back={{ label: t('title') }} context=" " />
      <SkeletonGroup>
        <div className="grid gap-6 xl:grid-cols-2">
          <Skeleton className="h-80 w-full" />
          <Skeleton className="h-60 w-full" />
        </div>
      </SkeletonGroup>
    </>
  );
}

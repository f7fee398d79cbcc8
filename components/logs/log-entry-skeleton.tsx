'use client';
import { useTranslations } from 'use-intl';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Skeleton, SkeletonGroup } from '#components/ui/skeleton.tsx';

/** The shape of one entry of a log. */
export function LogEntrySkeleton({ back }: { back: 'title' | 'user' }) {
  const t = useTranslations('logs');
  return (
    <>
      <PageHeader title={t('entry')} context=" " back={{ label: t(back) }} />
      <SkeletonGroup label={t('loadingEntry')}>
        <div className="grid max-w-300 gap-x-12 gap-y-8 lg:grid-cols-2">
          <div className="flex flex-col gap-4">
            {['w-64', 'w-48', 'w-56', 'w-40', 'w-60', 'w-52'].map((width) => (
              <Skeleton key={width} className={`h-4 ${width}`} />
            ))}
          </div>
          <Skeleton className="h-60 w-full" />
        </div>
      </SkeletonGroup>
    </>
  );
}

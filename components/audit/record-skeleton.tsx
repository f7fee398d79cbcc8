import { PageHeader } from '#components/ui/page-header.tsx';
import { Skeleton, SkeletonGroup } from '#components/ui/skeleton.tsx';
import { getTranslations } from '#messages/server.ts';

/** The shape of one record. */
export async function RecordSkeleton() {
  const t = await getTranslations('audit');
  return (
    <>
      <PageHeader title={t('record')} context=" " back={{ label: t('title') }} />
      <SkeletonGroup label={t('loading')}>
        <div className="grid max-w-320 gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,1fr)_minmax(300px,380px)]">
          <Skeleton className="h-60 w-full" />
          <div className="flex flex-col gap-4">
            {['w-64', 'w-48', 'w-56', 'w-40', 'w-60', 'w-52'].map((width) => (
              <Skeleton key={width} className={`h-4 ${width}`} />
            ))}
          </div>
        </div>
      </SkeletonGroup>
    </>
  );
}

'use client';
import { useTranslations } from 'use-intl';
import { Skeleton, SkeletonGroup } from '#components/ui/skeleton.tsx';

export default function UserLoading() {
  const t = useTranslations('user');
  return (
    <SkeletonGroup label={t('loading')}>
      <div className="mb-6 flex items-center gap-4">
        <Skeleton className="size-14 rounded-full" />
        <div className="flex flex-col gap-2">
          <Skeleton className="h-5 w-48" />
          <Skeleton className="h-4 w-72" />
        </div>
      </div>
      <div className="grid max-w-300 gap-x-12 gap-y-8 lg:grid-cols-2">
        {['profile', 'sign-in'].map((part) => (
          <div key={part} className="flex flex-col gap-4">
            {['w-24', 'w-64', 'w-56', 'w-60', 'w-52', 'w-64'].map((width, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the shapes have no identity.
              <Skeleton key={row} className={`h-4 ${width}`} />
            ))}
          </div>
        ))}
      </div>
    </SkeletonGroup>
  );
}

import { PageHeader } from '#components/ui/page-header.tsx';
import { Skeleton, SkeletonGroup } from '#components/ui/skeleton.tsx';

export default function HookLoading() {
  return (
    <>
      <PageHeader title="Hook" back={{ label: 'Hooks' }} context=" " />
      <SkeletonGroup>
        <div className="grid gap-6 xl:grid-cols-2">
          <Skeleton className="h-80 w-full" />
          <Skeleton className="h-60 w-full" />
        </div>
      </SkeletonGroup>
    </>
  );
}

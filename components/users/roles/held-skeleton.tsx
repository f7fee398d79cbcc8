import { Skeleton, SkeletonGroup } from '#components/ui/skeleton.tsx';

/** The shape of a user's roles or organizations. */
export function HeldSkeleton() {
  return (
    <SkeletonGroup>
      <div className="max-w-160">
        <div className="border-b border-hairline pb-3">
          <Skeleton className="h-5 w-32" />
        </div>
        {['w-40', 'w-56', 'w-48'].map((width) => (
          <div key={width} className="flex h-10 items-center border-b border-hairline phone:h-15">
            <Skeleton className={`h-3 ${width}`} />
          </div>
        ))}
      </div>
    </SkeletonGroup>
  );
}

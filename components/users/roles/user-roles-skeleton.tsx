import { Skeleton, SkeletonGroup } from '#components/ui/skeleton.tsx';

/** The shape of a user's roles and organizations. */
export function UserRolesSkeleton() {
  return (
    <SkeletonGroup label="Loading roles and organizations">
      <div className="grid max-w-300 gap-x-12 gap-y-8 lg:grid-cols-2">
        {['roles', 'organizations'].map((part) => (
          <div key={part}>
            <div className="border-b border-hairline pb-3">
              <Skeleton className="h-5 w-32" />
            </div>
            {['w-40', 'w-56', 'w-48'].map((width) => (
              <div key={width} className="flex h-10 items-center border-b border-hairline phone:h-15">
                <Skeleton className={`h-3 ${width}`} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </SkeletonGroup>
  );
}

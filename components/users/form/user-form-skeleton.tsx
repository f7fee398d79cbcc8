import { Skeleton, SkeletonGroup } from '#components/ui/skeleton.tsx';

const fieldsByGroup = [3, 1, 4, 2];

/** The shape of a user's form while it loads: headings with a hairline, labels above controls. */
export function UserFormSkeleton({ label }: { label: string }) {
  return (
    <SkeletonGroup label={label}>
      <div className="flex max-w-140 flex-col gap-8">
        {fieldsByGroup.map((fields, group) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the shapes have no identity.
          <div key={group} className="flex flex-col gap-4">
            <div className="border-b border-hairline pb-2">
              <Skeleton className="h-5 w-24" />
            </div>
            {Array.from({ length: fields }, (_, field) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the shapes have no identity.
              <div key={field} className="flex flex-col gap-1.5">
                <Skeleton className="h-4 w-28" />
                <Skeleton className="h-8 w-full touch:h-11" />
              </div>
            ))}
          </div>
        ))}
      </div>
    </SkeletonGroup>
  );
}

import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Skeleton, SkeletonGroup } from '#components/ui/skeleton.tsx';
import { ProblemBanner } from '#components/users/problem/problem-banner.tsx';
import type { Problem } from '#lib/errors.ts';

/** A picker whose choices are still to come, could not be had, or are more than were read so far. */
export function ChoicesState({
  choices,
  problem,
  isLoading,
  hasMore,
  moreLabel,
  onRetry,
  onMore,
  children,
}: {
  choices: readonly unknown[] | null;
  problem: Problem | null;
  isLoading: boolean;
  hasMore: boolean;
  moreLabel: string;
  onRetry: () => void;
  onMore: () => void;
  children: ReactNode;
}) {
  return (
    <>
      {choices ? children : null}
      {!choices && isLoading ? (
        <SkeletonGroup label="Loading choices">
          <Skeleton className="mb-2 h-4 w-24" />
          <Skeleton className="h-8 w-full" />
        </SkeletonGroup>
      ) : null}
      {problem ? (
        <ProblemBanner
          problem={problem}
          actions={
            <Button size="small" isPending={isLoading} onClick={choices ? onMore : onRetry}>
              Try again
            </Button>
          }
        />
      ) : null}
      {choices && hasMore && !problem ? (
        <Button size="small" isPending={isLoading} onClick={onMore} className="self-start">
          {moreLabel}
        </Button>
      ) : null}
    </>
  );
}

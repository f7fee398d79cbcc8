'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { Skeleton, SkeletonGroup } from '#components/ui/skeleton.tsx';
import { ProblemBanner } from '#components/users/problem/problem-banner.tsx';
import type { Problem } from '#lib/errors.ts';

/** What there is to choose from, as far as it was read. */
export interface Offered<Choice> {
  /** `null` until the first part is there. */
  choices: readonly Choice[] | null;
  problem: Problem | null;
  isLoading: boolean;
  hasMore: boolean;
  more: () => void;
}

/** A picker whose choices are still to come, could not be had, or are more than were read so far. */
export function ChoicesState({
  choices,
  problem,
  isLoading,
  hasMore,
  more,
  moreLabel,
  onRetry,
  children,
}: Offered<unknown> & {
  moreLabel: string;
  onRetry: () => void;
  children: ReactNode;
}) {
  const t = useTranslations('roles');
  const tProblem = useTranslations('problem');
  return (
    <>
      {choices ? children : null}
      {!choices && isLoading ? (
        <SkeletonGroup label={t('loadingChoices')}>
          <Skeleton className="mb-2 h-4 w-24" />
          <Skeleton className="h-8 w-full" />
        </SkeletonGroup>
      ) : null}
      {problem ? (
        <ProblemBanner
          problem={problem}
          actions={
            <Button size="small" isPending={isLoading} onClick={choices ? more : onRetry}>
              {tProblem('tryAgain')}
            </Button>
          }
        />
      ) : null}
      {choices && hasMore && !problem ? (
        <Button size="small" isPending={isLoading} onClick={more} className="self-start">
          {moreLabel}
        </Button>
      ) : null}
    </>
  );
}

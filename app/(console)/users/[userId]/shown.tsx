import type { ReactNode } from 'react';
import { ProblemBanner } from '#components/users/problem/problem-banner.tsx';
import { TryAgain } from '#components/users/problem/try-again.tsx';
import type { Outcome } from '#lib/session.ts';

/** A part that cannot be had leaves the rest of the page as it is. */
export function shown<Value>(outcome: Outcome<Value>, show: (value: Value) => ReactNode): ReactNode {
  if (outcome.ok) return show(outcome.value);
  return (
    <div className="max-w-160">
      <ProblemBanner problem={outcome.problem} actions={<TryAgain />} />
    </div>
  );
}

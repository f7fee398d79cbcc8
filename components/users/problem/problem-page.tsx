import { PageHeader } from '#components/ui/page-header.tsx';
import type { Problem } from '#lib/errors.ts';
import { ProblemBanner } from './problem-banner.tsx';
import { TryAgain } from './try-again.tsx';

/** A page whose data could not be had: the title stays, the failure stands where the data would. */
export function ProblemPage({ title, problem }: { title: string; problem: Problem }) {
  const mayPass =
    problem.code === 'tenant-limit' || problem.code === 'tenant-unavailable' || problem.code === 'unexpected';
  return (
    <>
      <PageHeader title={title} />
      <div className="max-w-160">
        <ProblemBanner problem={problem} actions={mayPass ? <TryAgain /> : null} />
      </div>
    </>
  );
}

import type { ReactNode } from 'react';
import { SignOutLink } from '#components/frame/sign-in-link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Problem } from '#lib/errors.ts';
import { getTranslations } from '#messages/server.ts';
import { ProblemBanner } from './problem-banner.tsx';
import { TryAgain } from './try-again.tsx';

/** A page whose data could not be had: the title stays, the failure stands where the data would. */
export async function ProblemPage({ title, problem }: { title: string; problem: Problem }) {
  const t = await getTranslations('problem');
  return (
    <>
      <PageHeader title={title} />
      <div className="max-w-160">
        <ProblemBanner problem={problem} actions={wayOut(problem, t('signOut'))} />
      </div>
    </>
  );
}

/** What passes is asked for again; who is nobody here may have meant to sign in as somebody else. */
function wayOut({ code, retryAfterSeconds }: Problem, signOut: string): ReactNode {
  if (code === 'no-role') return <SignOutLink>{signOut}</SignOutLink>;
  const mayPass = code === 'tenant-limit' || code === 'tenant-unavailable' || code === 'unexpected';
  return mayPass ? <TryAgain afterSeconds={retryAfterSeconds} /> : null;
}

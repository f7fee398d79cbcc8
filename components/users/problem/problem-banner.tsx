import type { ReactNode } from 'react';
import { SignInAgainLink } from '#components/frame/sign-in-link.tsx';
import { Banner } from '#components/ui/banner.tsx';
import type { Problem } from '#lib/errors.ts';

/**
 * A failure at the place where it happened, in the words of whoever refused. Who is signed out can sign in beside
 * it and go on.
 */
export function ProblemBanner({
  problem,
  actions,
  takesFocus,
}: {
  problem: Problem;
  actions?: ReactNode;
  takesFocus?: boolean;
}) {
  return (
    <Banner
      tone={toneOf(problem)}
      title={problem.message}
      errorId={problem.id}
      actions={actions ?? (problem.code === 'not-signed-in' ? <SignInAgainLink /> : null)}
      takesFocus={takesFocus}
    >
      {problem.hook ? <p className="text-13 text-muted">{originOf(problem, problem.hook)}</p> : null}
      {problem.saved?.length ? <Parts title="Saved" parts={problem.saved} /> : null}
      {problem.notSaved?.length ? <Parts title="Not saved" parts={problem.notSaved} /> : null}
    </Banner>
  );
}

function toneOf({ code }: Problem): 'danger' | 'warning' | 'info' {
  if (code === 'no-role' || code === 'not-allowed') return 'info';
  return code === 'tenant-limit' || code === 'changed-meanwhile' || code === 'partly-saved'
    ? 'warning'
    : 'danger';
}

function originOf({ code }: Problem, hook: string): string {
  return code === 'hook-failed'
    ? `The ${hook} hook failed.`
    : `Refused by your organisation’s rules (${hook}).`;
}

function Parts({ title, parts }: { title: string; parts: string[] }) {
  return (
    <p>
      {title}: {parts.join(', ')}.
    </p>
  );
}
